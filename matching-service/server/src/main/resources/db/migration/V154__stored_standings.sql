-- How every enterprise stands under every rule that is published, so that what changes is known anew within a second (ADR 0038).

-- The state of the library with which an entry came or was changed.
alter table library_entry add column revision bigint not null default 0;

-- Enterprises are judged by parts, each by one copy of the service at a time.
alter table enterprise add column part smallint not null generated always as (get_byte(uuid_send(id), 15) & 63) stored;
create index enterprise_part on enterprise (part, id);
-- What a single rule uses, of all enterprises in their order, without what it does not use and without the table, which has all facts of an enterprise side by side.
-- A long list of an enterprise is too long for it.
create index fact_by_name on fact (name, enterprise_id) include (source, value, as_of) where octet_length(value::text) <= 1000;
create index fact_by_name_long on fact (name, enterprise_id) where octet_length(value::text) > 1000;

-- due: all of it is to be judged anew; otherwise all of it was, as of a day and for a state of the library.
create table standing_part (
    part      smallint primary key,
    due       boolean  not null default true,
    day       date,
    revision  bigint   not null default -1,
    judged_at timestamptz
);
insert into standing_part (part) select generate_series(0, 63);

-- Where a rule stands in the cells of an enterprise, and for which of its changes all enterprises were judged. A place is of one rule for good.
create table standing_rule (
    subject_id uuid    primary key,
    place      integer not null generated always as identity (minvalue 0 start with 0) unique,
    judged     bigint  not null default -1
);

-- Two bytes a rule: what came out, and 匹配度. No foreign key: who changes a profile has locked its enterprise.
create table standing (
    enterprise_id uuid     primary key,
    part          smallint not null,
    revision      bigint   not null,
    cells         bytea    not null
);
create index standing_part_of on standing (part);
create index standing_revision on standing (revision);

-- Of a rule that changed after the enterprises of a part were judged: two bytes each, beside them, until the part is judged as a whole.
create table standing_column (
    subject_id  uuid     not null,
    part        smallint not null,
    revision    bigint   not null,
    enterprises uuid[]   not null,
    cells       bytea    not null,
    primary key (subject_id, part)
);

-- Whose facts changed and who is not judged anew yet.
create table standing_mark (
    enterprise_id uuid        primary key,
    part          smallint    not null,
    marked_at     timestamptz not null
);
create index standing_mark_next on standing_mark (marked_at);
