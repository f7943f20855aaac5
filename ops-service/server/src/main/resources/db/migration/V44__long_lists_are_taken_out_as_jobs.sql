-- A list too long for one request is written to a file by whichever copy of the service takes up its job (ADR 0066).
create table export_job (
    id            uuid        primary key,
    kind          text        not null check (kind in ('OPERATIONS', 'SIGN_INS')),
    -- Whose it is: nobody else sees it or gets the file.
    account_id    uuid        not null,
    account_name  text        not null,
    user_type     text        not null,
    enterprise_id uuid,
    -- JSON as it was asked; what somebody typed to sign in may stand in it.
    filter        text        not null check (filter like 'sm4:%'),
    -- The same in words, covered.
    conditions    text        not null,
    state         text        not null
        check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED')),
    total         bigint      not null check (total >= 0),
    written       bigint      not null default 0 check (written >= 0),
    bytes         bigint check (bytes > 0),
    -- Under which the parts are sealed; it goes when they go.
    file_key      text check (file_key like 'sm4:%'),
    reason        text,
    attempt       integer     not null default 0,
    asked_at      timestamptz not null,
    -- Until then nobody else takes it up; put off as long as its writer gets on.
    held_until    timestamptz,
    ended_at      timestamptz,
    check ((state in ('QUEUED', 'RUNNING')) = (ended_at is null)),
    check ((state = 'RUNNING') = (held_until is not null)),
    check ((state = 'DONE') = (file_key is not null)),
    check (state <> 'DONE' or bytes is not null)
);
create index export_job_of_account on export_job (account_id, asked_at desc, id desc);
create index export_job_open on export_job (asked_at) where state in ('QUEUED', 'RUNNING');
create index export_job_ended on export_job (ended_at);

-- The file, piece by piece, so that neither its writer nor its reader holds more than one.
create table export_part (
    job_id uuid    not null references export_job on delete cascade,
    number integer not null check (number > 0),
    sealed bytea   not null,
    primary key (job_id, number)
);
-- Sealed bytes do not get smaller.
alter table export_part alter column sealed set storage external;
