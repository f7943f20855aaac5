-- An application for a key of the open interface, and what became of it. The secrets are sealed under the key secret of this
-- service (AES-GCM, bound to the row): to check a signature they must be readable, but not to who reads the table.
create table openapi_key (
    id               uuid        primary key,
    key_id           text        unique,
    status           text        not null check (status in ('APPLIED', 'APPROVED', 'REJECTED', 'ACTIVE', 'REVOKED')),
    owner_kind       text        not null check (owner_kind in ('ENTERPRISE', 'INSTITUTION')),
    owner_id         uuid        not null,
    owner_name       text        not null,
    applicant_id     uuid        not null references account (id),
    applicant_name   text        not null,
    system_name      text        not null,
    purpose          text        not null,
    contact_name     text        not null,
    contact_phone    text        not null,
    scopes           text[]      not null check (cardinality(scopes) > 0),
    addresses        text[]      not null check (cardinality(addresses) > 0),
    per_minute       integer     not null check (per_minute > 0),
    per_day          integer     not null check (per_day > 0),
    expires_at       timestamptz,
    applied_at       timestamptz not null,
    decided_at       timestamptz,
    decided_by       uuid,
    decided_by_name  text,
    reason           text,
    drawn_at         timestamptz,
    secret           bytea,
    rotated_at       timestamptz,
    previous_secret  bytea,
    previous_until   timestamptz,
    revoked_at       timestamptz,
    revoked_by_name  text,
    revoke_reason    text,
    version          integer     not null default 0,
    check ((status = 'ACTIVE') <= (key_id is not null and secret is not null and expires_at is not null)),
    check ((previous_secret is null) = (previous_until is null))
);
create index openapi_key_applied on openapi_key (applied_at desc, id);
create index openapi_key_status on openapi_key (status, applied_at desc, id);
create index openapi_key_applicant on openapi_key (applicant_id, applied_at desc, id);
create index openapi_key_owner_name on openapi_key (owner_name, id);

-- What was asked with a key, told by the gateway. Without bodies and queries: who asks what of whom is the service's to record.
create table openapi_call (
    id      uuid        primary key,
    key     uuid        not null references openapi_key (id),
    at      timestamptz not null,
    method  text        not null,
    path    text        not null,
    status  integer     not null,
    millis  integer     not null,
    address text        not null,
    problem text
);
create index openapi_call_key on openapi_call (key, at desc, id);
create index openapi_call_at on openapi_call (at);
