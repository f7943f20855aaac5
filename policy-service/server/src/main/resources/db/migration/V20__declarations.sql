-- What is declared under a policy: a window, a quota, and by versions what is asked and who decides.
create table declaration_project (
    id               uuid        primary key,
    policy_id        uuid        not null references policy,
    policy_title     text        not null,
    title            text        not null,
    summary          text        not null,
    institution_id   uuid        not null,
    institution_name text        not null,
    opens_on         date        not null,
    closes_on        date        not null,
    quota            integer     check (quota > 0),
    barring          boolean     not null,
    status           text        not null check (status in ('DRAFT', 'OPEN', 'CLOSED')),
    form_version     integer     not null check (form_version > 0),
    demo             boolean     not null,
    created_by       uuid        not null,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    version          integer     not null,
    check (opens_on <= closes_on)
);
create index declaration_project_of_policy on declaration_project (policy_id);
create index declaration_project_of_institution on declaration_project (institution_id, created_at desc);
create index declaration_project_open on declaration_project (closes_on) where status = 'OPEN';

-- Written once: what was submitted under a version is read and judged by it for ever.
create table declaration_form (
    project_id uuid        not null references declaration_project on delete cascade,
    version    integer     not null check (version > 0),
    form       jsonb       not null,
    schema     jsonb       not null,
    materials  jsonb       not null,
    steps      jsonb       not null,
    made_by    uuid        not null,
    made_at    timestamptz not null,
    primary key (project_id, version)
);

create sequence declaration_number;

create table declaration (
    id                    uuid        primary key,
    -- Given with the submission.
    number                text        unique,
    project_id            uuid        not null references declaration_project,
    form_version          integer     not null,
    project_title         text        not null,
    policy_id             uuid        not null,
    policy_title          text        not null,
    institution_id        uuid        not null,
    institution_name      text        not null,
    enterprise_id         uuid        not null,
    enterprise_name       text        not null,
    town_code             text,
    demo                  boolean     not null,
    applicant_id          uuid        not null,
    applicant_name        text        not null,
    status                text        not null check (status in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'SENT_BACK', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    -- The step that it is in, from 0; the last one stays when it is decided.
    step_index            integer     not null check (step_index >= 0),
    -- The promise of this step is about it.
    step_case_id          uuid        not null unique,
    step_institution_id   uuid        not null,
    step_institution_name text        not null,
    handler_id            uuid,
    handler_name          text,
    answers               jsonb       not null,
    materials             jsonb       not null,
    prefilled             jsonb       not null,
    marked                jsonb       not null,
    standing              jsonb,
    file_ids              text[]      not null,
    reason                text,
    created_at            timestamptz not null,
    saved_at              timestamptz not null,
    submitted_at          timestamptz,
    changed_at            timestamptz not null,
    decided_at            timestamptz,
    version               integer     not null,
    foreign key (project_id, form_version) references declaration_form (project_id, version),
    check ((status = 'DRAFT') = (number is null)),
    check ((number is null) = (submitted_at is null)),
    check ((decided_at is not null) = (status in ('APPROVED', 'REJECTED'))),
    check ((handler_id is null) = (handler_name is null)),
    check (status <> 'REJECTED' or reason is not null)
);
-- An enterprise has one going on under a project, a draft too.
create unique index declaration_one_open on declaration (project_id, enterprise_id)
    where status not in ('REJECTED', 'WITHDRAWN');
create index declaration_of_enterprise on declaration (enterprise_id, changed_at desc);
create index declaration_of_institution on declaration (institution_id, submitted_at desc) where status <> 'DRAFT';
create index declaration_at_institution on declaration (step_institution_id, submitted_at desc) where status <> 'DRAFT';
create index declaration_submitted on declaration (submitted_at desc) where status <> 'DRAFT';
create index declaration_files on declaration using gin (file_ids);

-- The timeline; with what was handed in at that moment, where something was.
create table declaration_event (
    id             uuid        primary key,
    declaration_id uuid        not null references declaration on delete cascade,
    at             timestamptz not null,
    kind           text        not null,
    step           text,
    actor_id       uuid        not null,
    actor          text        not null,
    note           text,
    answers        jsonb,
    materials      jsonb
);
create index declaration_event_of on declaration_event (declaration_id, at);
create index declaration_event_by on declaration_event (actor_id);

-- What an enterprise uploads once can be handed in again. The bytes lie in the files folder.
create table declaration_file (
    id            uuid        primary key,
    enterprise_id uuid        not null,
    account_id    uuid        not null,
    name          text        not null,
    content_type  text        not null,
    size          bigint      not null,
    sha256        text        not null,
    object_key    text        not null unique,
    created_at    timestamptz not null
);
create index declaration_file_of_enterprise on declaration_file (enterprise_id, created_at desc);

-- Of a step's days the project says how many; who is warned and called when is as here.
insert into promise_term (kind, case_class, working_days, warn_after, escalate_after)
values ('DECLARATION_STEP', 'STEP', 10, 0.8, '{1,3}');
