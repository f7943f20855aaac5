-- 商会 and 服务机构 register on line and are let in after a look at their papers.
create table institution_application (
    id              uuid        primary key,
    applicant_id    uuid        not null,
    applicant_name  text        not null,
    type            text        not null check (type in ('CHAMBER', 'PROVIDER')),
    name            text        not null check (length(name) between 2 and 100),
    uscc            text        not null check (uscc ~ '^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$'),
    address         text        not null check (length(address) <= 200),
    contact_name    text        not null,
    contact_phone   text        not null,
    introduction    text        not null check (length(introduction) <= 1000),
    status          text        not null check (status in ('SUBMITTED', 'APPROVED', 'REJECTED')),
    reason          text        check (length(reason) <= 500),
    submitted_at    timestamptz not null,
    decided_at      timestamptz,
    decided_by      uuid,
    decided_by_name text,
    institution_id  uuid        references institution,
    version         int         not null default 0,
    check ((status = 'SUBMITTED') = (decided_at is null)),
    check ((status = 'APPROVED') = (institution_id is not null)),
    check (status <> 'REJECTED' or reason is not null)
);

create unique index institution_application_one_open on institution_application (applicant_id) where status <> 'REJECTED';
create index institution_application_newest on institution_application (submitted_at desc, id);
create index institution_application_status on institution_application (status, submitted_at desc, id);
create index institution_application_applicant on institution_application (applicant_id, submitted_at desc);
create index institution_application_name on institution_application using gin (name gin_trgm_ops);

-- Few and small, and they go into the backup with the application that they belong to.
create table institution_application_file (
    id             uuid  primary key,
    application_id uuid  not null references institution_application on delete cascade,
    position       int   not null,
    name           text  not null check (length(name) between 1 and 120),
    content_type   text  not null check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
    size           int   not null check (size > 0),
    bytes          bytea not null,
    unique (application_id, position)
);

insert into role_permission (role_code, permission) values
    ('OPERATOR', 'user.admission.review');
