-- What can be matched: copies of published policies and loan products, fed by their events.
create table library_entry (
    kind       text        not null check (kind in ('POLICY', 'LOAN_PRODUCT')),
    subject_id uuid        not null,
    code       text        not null,
    rule       jsonb       not null,
    listed     boolean     not null,
    version    bigint      not null,
    changed_at timestamptz not null default now(),
    primary key (kind, subject_id)
);

create index library_entry_changed on library_entry (changed_at);

-- Enterprises known here: a copy of the register, fed by its events.
create table enterprise (
    id      uuid   primary key,
    uscc    text   not null unique,
    name    text   not null,
    version bigint not null
);

-- One row a fact and source; which source counts is decided on reading.
create table fact (
    enterprise_id uuid        not null references enterprise (id),
    name          text        not null,
    source        text        not null check (source in ('REGISTER', 'TAX', 'SELF')),
    value         jsonb       not null,
    as_of         date        not null,
    recorded_by   uuid,
    recorded_at   timestamptz not null default now(),
    primary key (enterprise_id, name, source)
);

create table tax_authorization (
    enterprise_id uuid        primary key references enterprise (id),
    purpose       text        not null check (length(purpose) between 2 and 200),
    granted_by    uuid        not null,
    granted_at    timestamptz not null,
    valid_until   date        not null
);

-- The answer as it was given, with the facts it was computed from: the same id shows the same later.
create table match_result (
    id            uuid        primary key,
    enterprise_id uuid        not null references enterprise (id),
    created_at    timestamptz not null,
    created_by    uuid        not null,
    as_of         date        not null,
    facts         jsonb       not null,
    result        jsonb       not null
);

create index match_result_newest on match_result (enterprise_id, created_at desc);
