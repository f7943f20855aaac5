-- 政策标签库 (ADR 0040): what enterprises and policies are tagged with. With criteria a tag is derived, of enterprises alone; without it is set by hand.
create table tag (
    id          uuid        primary key,
    subject     text        not null check (subject in ('ENTERPRISE', 'POLICY')),
    kind        text        not null check (kind in ('BASIC', 'ADVANCED')),
    category    text        not null,
    name        text        not null,
    description text,
    criteria    jsonb,
    retired_at  timestamptz,
    version     int         not null,
    updated_at  timestamptz not null,
    unique (subject, name),
    check (kind = 'BASIC' or criteria is not null),
    check (subject = 'ENTERPRISE' or criteria is null)
);

-- Who set it, for whom and why. The subject is an enterprise or a policy: copies of the register and of policies come and go with their events.
create table tagging (
    tag_id             uuid        not null references tag (id),
    subject_id         uuid        not null,
    note               text,
    set_by             uuid        not null,
    set_by_name        text        not null,
    set_by_institution text,
    set_at             timestamptz not null,
    primary key (tag_id, subject_id)
);
create index tagging_subject on tagging (subject_id);

-- How often the tags of a policy were told.
create table policy_tagged (
    policy_id uuid   primary key,
    version   bigint not null
);

-- What policies are called, also those without a rule. Of these it is known with their next event or by `zhengqi rebuild matching`.
alter table library_entry add column title text;
update library_entry set title = rule ->> 'title';
