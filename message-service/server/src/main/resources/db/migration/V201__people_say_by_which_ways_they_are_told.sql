-- How people want to be told by other ways than the inbox. Who has no row here is told as the templates and the district say.
create table message_setting (
    account_id uuid        primary key,
    -- DISTRICT: as the district has it; OWN: as said here; NONE: at any hour.
    quiet      text        not null check (quiet in ('DISTRICT', 'OWN', 'NONE')),
    quiet_from time        check ((quiet_from is not null) = (quiet = 'OWN')),
    quiet_to   time        check ((quiet_to is not null) = (quiet = 'OWN')),
    changed_at timestamptz not null,
    version    int         not null check (version > 0),
    check (quiet_from <> quiet_to)
);

-- Kinds of notices of which somebody wants less than is offered: what is offered later for a kind is not declined by itself.
create table message_choice (
    account_id uuid    not null references message_setting on delete cascade,
    code       text    not null,
    declined   text[]  not null check (declined <@ array['WECHAT', 'SMS']),
    digest     boolean not null,
    primary key (account_id, code),
    check (digest or cardinality(declined) > 0)
);

-- Messages on their way by other ways than the inbox: one row a message, so that it goes by one of them at a time. What has arrived has no row any more; what failed for good stays until its term is over.
create table outer_notice (
    message_id  uuid        primary key,
    account_id  uuid        not null,
    code        text        not null,
    kind        text        not null check (kind in ('CODE', 'FINANCE', 'POLICY', 'SYSTEM')),
    we_chat     text        check (length(we_chat) between 1 and 100),
    sms         text        check (length(sms) between 1 and 35),
    link        text        check (link like '/%'),
    happened_at timestamptz not null,
    -- That its receiver may not decline it, and that it goes in quiet hours too.
    fixed       boolean     not null,
    urgent      boolean     not null,
    state       text        not null check (state in ('HELD', 'DIGEST', 'UNDER_WAY', 'FAILED', 'UNCERTAIN')),
    -- Still to be tried, in this order; while it is under way the first is the one that it is with.
    ways        text[]      not null check (ways <@ array['WECHAT', 'SMS']),
    failed      text[]      not null default '{}' check (failed <@ array['WECHAT', 'SMS']),
    resent      int         not null default 0,
    due_at      timestamptz check ((due_at is not null) = (state in ('HELD', 'DIGEST'))),
    ended_at    timestamptz check ((ended_at is not null) = (state in ('FAILED', 'UNCERTAIN'))),
    check (cardinality(ways) > 0 or state in ('FAILED', 'UNCERTAIN')),
    check (we_chat is not null or sms is not null)
);
create index outer_notice_due on outer_notice (state, due_at) where due_at is not null;
create index outer_notice_of_account on outer_notice (account_id);
create index outer_notice_ended on outer_notice (ended_at desc, message_id desc) where ended_at is not null;

-- Under which kind a notice that waits for its addressees can be declined by them.
alter table waiting_notice add column code text;
