-- What is to be told to those who may do something, until user-service has said who they are. Such a row is written with the handled event, so that no
-- notice is lost while user-service is away.
create table waiting_notice (
    event_id       uuid        primary key,
    permission     text        not null,
    -- Of this institution; null: wherever they act.
    institution_id uuid,
    kind           text        not null check (kind in ('CODE', 'FINANCE', 'POLICY', 'SYSTEM')),
    title          text        not null check (length(title) between 1 and 100),
    body           text        not null check (length(body) <= 2000),
    link           text        check (link like '/%'),
    case_id        uuid,
    case_version   bigint,
    happened_at    timestamptz not null,
    tries          int         not null default 0,
    next_try_at    timestamptz not null default now(),
    check ((case_id is null) = (case_version is null))
);

create index waiting_notice_next on waiting_notice (next_try_at);

-- A person can be on both sides of a case, as its desk and as a member of the enterprise, and is told once on each.
alter table message add column at_desk boolean not null default false;
update message set at_desk = true where link ~ '^/(claims/|applications/|admissions[?])';
alter table message drop constraint message_account_id_event_id_key;
alter table message add constraint message_told_once unique (account_id, event_id, at_desk);

-- People are found by what they may do, not by the names of roles.
drop index member_in_role;
