-- Files of an enterprise for its bank. They are uploaded first, and belong to an application by the step that handed them in; what no step has goes after some days.
create table application_file (
    id             uuid        primary key,
    enterprise_id  uuid        not null,
    account_id     uuid        not null,
    application_id uuid        references loan_application,
    step_id        uuid        references loan_application_step,
    -- In which order its enterprise put them.
    place          integer     check (place >= 0),
    name           text        not null check (length(name) between 1 and 120),
    content_type   text        not null check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
    size           bigint      not null check (size > 0),
    sha256         text        not null,
    object_key     text        not null unique,
    created_at     timestamptz not null,
    constraint application_file_place unique (step_id, place),
    constraint application_file_of_a_step_or_of_none check (num_nonnulls(application_id, step_id, place) in (0, 3))
);
create index application_file_of_application on application_file (application_id) where application_id is not null;
create index application_file_unused on application_file (enterprise_id) where application_id is null;
create index application_file_unused_since on application_file (created_at) where application_id is null;

alter table loan_application_step drop constraint loan_application_step_kind_check;
alter table loan_application_step add constraint loan_application_step_kind_check
    check (kind in ('SUBMITTED', 'TAKEN', 'ASSIGNED', 'HANDED_OVER', 'POOLED', 'ACCEPTED', 'MATERIAL_ASKED', 'MATERIAL_SUPPLIED',
        'FILES_ADDED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'DISBURSED', 'SETTLED', 'EXPIRED'));
