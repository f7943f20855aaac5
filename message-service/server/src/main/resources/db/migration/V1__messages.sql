-- Who belongs to whom: a copy of user-service's memberships, fed by its events.
create table member (
    account_id     uuid        not null,
    enterprise_id  uuid,
    institution_id uuid,
    role           text        not null,
    joined_at      timestamptz not null,
    unique nulls not distinct (account_id, role, enterprise_id, institution_id)
);

create index member_of_enterprise on member (enterprise_id) where enterprise_id is not null;
create index member_of_institution on member (institution_id) where institution_id is not null;
create index member_in_role on member (role);

create table message (
    id         uuid        primary key,
    account_id uuid        not null,
    event_id   uuid        not null,
    kind       text        not null check (kind in ('CODE', 'FINANCE', 'POLICY', 'SYSTEM')),
    title      text        not null check (length(title) between 1 and 100),
    body       text        not null check (length(body) <= 2000),
    link       text        check (link like '/%'),
    created_at timestamptz not null,
    read_at    timestamptz,
    -- Nobody is told the same fact twice, whatever happens on the way.
    unique (account_id, event_id)
);

create index message_newest on message (account_id, created_at desc, id desc);
create index message_unread on message (account_id) where read_at is null;
