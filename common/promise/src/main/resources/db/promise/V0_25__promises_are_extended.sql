-- A promise is extended once at most, for a reason, and never by who asks for it.
alter table promise
    add column extended_by     integer check (extended_by > 0),
    add column extended_reason text,
    add column extended_at     timestamptz,
    add column former_due_at   timestamptz,
    add constraint promise_extended check (
        (extended_by is null) = (extended_reason is null) and (extended_by is null) = (extended_at is null)
        and (extended_by is not null or former_due_at is null));

create table promise_extension (
    id              uuid        primary key,
    promise_id      uuid        not null references promise,
    working_days    integer     not null check (working_days between 1 and 200),
    reason          text        not null,
    asked_by        uuid        not null,
    asked_by_name   text        not null,
    asked_at        timestamptz not null,
    state           text        not null check (state in ('ASKED', 'APPROVED', 'REFUSED')),
    decided_by      uuid,
    decided_by_name text,
    decided_at      timestamptz,
    decision        text,
    check ((state = 'ASKED') = (decided_at is null)),
    check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (decided_by_name is null)),
    check (decided_by <> asked_by)
);
-- Once: what waits or was approved leaves no room for another.
create unique index promise_extension_once on promise_extension (promise_id) where state <> 'REFUSED';
create index promise_extension_of on promise_extension (promise_id, asked_at);
