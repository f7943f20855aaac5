-- 一码通: what stands printed at a counter, and opens services on the phone of whoever scans it.
create table service_code (
    id              uuid        primary key,
    token           text        not null unique check (token ~ '^[0-9a-z]{12}$'),
    kind            text        not null check (kind in ('SERVICE', 'VENUE')),
    name            text        not null check (length(name) between 1 and 60),
    place           text,
    intro           text,
    offers          jsonb       not null,
    status          text        not null check (status in ('ACTIVE', 'STOPPED')),
    created_at      timestamptz not null,
    created_by      uuid        not null,
    created_by_name text        not null,
    version         int         not null
);

create index service_code_created on service_code (created_at desc, id);
create index service_code_status on service_code (status, created_at desc, id);
create index service_code_kind on service_code (kind, created_at desc, id);
create index service_code_name on service_code using gin (name gin_trgm_ops);
create index service_code_place on service_code using gin (place gin_trgm_ops);

create table service_code_visit (
    id              uuid        primary key,
    service_code_id uuid        not null references service_code,
    at              timestamptz not null,
    account_id      uuid        not null,
    account_name    text        not null,
    enterprise_id   uuid,
    enterprise_name text
);

create index service_code_visit_code on service_code_visit (service_code_id, at desc, id) include (enterprise_id);
create index service_code_visit_account on service_code_visit (account_id, service_code_id, at desc);
