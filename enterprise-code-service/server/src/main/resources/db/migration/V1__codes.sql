create table stored_file (
    id           uuid        primary key,
    owner_id     uuid        not null,
    name         text        not null check (length(name) between 1 and 120),
    content_type text        not null check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
    size         bigint      not null check (size > 0),
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    created_at   timestamptz not null
);

create sequence claim_number;

create table claim (
    id                  uuid        primary key,
    number              text        not null unique,
    enterprise_id       uuid        not null,
    enterprise_name     text        not null,
    uscc                text        not null,
    town_code           text        not null,
    industry_code       text        not null,
    demo                boolean     not null,
    applicant_id        uuid        not null,
    applicant_name      text        not null,
    legal_rep_name      text        not null,
    legal_rep_id_number text        not null,
    agent_name          text        not null,
    agent_phone         text        not null,
    letter_file_id      uuid        not null references stored_file,
    consents            text[]      not null,
    channel             text        not null check (channel in ('PC', 'WECHAT')),
    status              text        not null check (status in ('SUBMITTED', 'RETURNED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    submitted_at        timestamptz not null,
    decided_at          timestamptz,
    reason              text,
    version             int         not null,
    check ((decided_at is not null) = (status in ('APPROVED', 'REJECTED'))),
    check (reason is not null or status not in ('REJECTED', 'RETURNED'))
);

-- One person has one open claim for an enterprise; two people may both say that they act for it.
create unique index claim_once_open on claim (enterprise_id, applicant_id) where status in ('SUBMITTED', 'RETURNED');
create index claim_status on claim (status, submitted_at desc, id);
create index claim_submitted on claim (submitted_at desc, id);
create index claim_applicant on claim (applicant_id, submitted_at desc, id);
create index claim_letter on claim (letter_file_id);
create index claim_enterprise_name on claim using gin (enterprise_name gin_trgm_ops);
create index claim_uscc on claim (uscc);

create table claim_step (
    id         uuid        primary key,
    claim_id   uuid        not null references claim,
    at         timestamptz not null,
    actor_id   uuid        not null,
    actor_name text        not null,
    action     text        not null check (action in ('SUBMITTED', 'RESUBMITTED', 'RETURNED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    note       text
);

create index claim_step_claim on claim_step (claim_id, at, id);

create sequence code_number;

create table enterprise_code (
    id              uuid        primary key,
    number          text        not null unique,
    enterprise_id   uuid        not null,
    enterprise_name text        not null,
    uscc            text        not null,
    demo            boolean     not null,
    claim_id        uuid        not null unique references claim,
    status          text        not null check (status in ('ACTIVE', 'FROZEN', 'REVOKED')),
    status_reason   text,
    level           text        not null check (level in ('NORMAL', 'KEY', 'WARNED')),
    level_reason    text,
    issued_at       timestamptz not null,
    version         int         not null,
    check (status_reason is not null or status = 'ACTIVE'),
    check (level_reason is not null or level = 'NORMAL')
);

create unique index enterprise_code_one_valid on enterprise_code (enterprise_id) where status <> 'REVOKED';
create index enterprise_code_enterprise on enterprise_code (enterprise_id, issued_at desc);
create index enterprise_code_issued on enterprise_code (issued_at desc, id);
create index enterprise_code_status on enterprise_code (status, issued_at desc, id);
create index enterprise_code_level on enterprise_code (level, issued_at desc, id);
create index enterprise_code_name on enterprise_code using gin (enterprise_name gin_trgm_ops);
create index enterprise_code_uscc on enterprise_code (uscc);

create table code_change (
    id         uuid        primary key,
    code_id    uuid        not null references enterprise_code,
    at         timestamptz not null,
    actor_id   uuid        not null,
    actor_name text        not null,
    action     text        not null check (action in ('ISSUED', 'FROZEN', 'UNFROZEN', 'REVOKED', 'LEVEL_CHANGED')),
    reason     text
);

create index code_change_code on code_change (code_id, at, id);

create table static_code (
    token      uuid        primary key,
    code_id    uuid        not null references enterprise_code,
    issued_at  timestamptz not null,
    revoked_at timestamptz,
    revoked_by uuid,
    check ((revoked_at is null) = (revoked_by is null))
);

create unique index static_code_one_valid on static_code (code_id) where revoked_at is null;
create index static_code_code on static_code (code_id, issued_at desc);

-- A dynamic code that was scanned; the key is what makes a second scan impossible. Rows are of no use once the code has expired.
create table dynamic_code_use (
    jti     uuid        primary key,
    code_id uuid        not null references enterprise_code,
    used_at timestamptz not null
);

create index dynamic_code_use_used on dynamic_code_use (used_at);
create index dynamic_code_use_code on dynamic_code_use (code_id);

create table consent (
    enterprise_id uuid        not null,
    category      text        not null check (category in ('BASIC', 'INVESTMENT', 'ASSET', 'LEGAL', 'TAX')),
    granted       boolean     not null,
    granted_at    timestamptz,
    withdrawn_at  timestamptz,
    version       int         not null,
    primary key (enterprise_id, category)
);

create table consent_change (
    id            uuid        primary key,
    enterprise_id uuid        not null,
    category      text        not null,
    granted       boolean     not null,
    at            timestamptz not null,
    actor_id      uuid        not null,
    actor_name    text        not null,
    foreign key (enterprise_id, category) references consent
);

create index consent_change_of on consent_change (enterprise_id, category, at desc);

create table scan (
    id               uuid        primary key,
    code_id          uuid        not null references enterprise_code,
    enterprise_id    uuid        not null,
    enterprise_name  text        not null,
    uscc             text        not null,
    at               timestamptz not null,
    scanner_id       uuid        not null,
    scanner_name     text        not null,
    institution_id   uuid,
    institution_name text,
    source           text        not null check (source in ('CAMERA', 'PICTURE', 'TYPED', 'WECHAT')),
    kind             text        not null check (kind in ('DYNAMIC', 'STATIC')),
    place            text,
    shown_categories text[]      not null
);

create index scan_enterprise on scan (enterprise_id, at desc, id);
create index scan_scanner on scan (scanner_id, at desc, id);
create index scan_code on scan (code_id);
