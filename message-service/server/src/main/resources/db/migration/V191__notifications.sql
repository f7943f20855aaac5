-- 消息通知: what operators tell many people at once. Whom, they say by conditions on what is kept here of accounts and of the register, copies of what the other
-- services tell; what was told before this was kept comes with `zhengqi rebuild message`.
create table account (
    account_id     uuid    primary key,
    -- Absent until it is heard who the account is: events have no order.
    user_type      text,
    enabled        boolean not null default true,
    status_version bigint  not null default -1
);

create table enterprise (
    id            uuid   primary key,
    name          text   not null,
    uscc          text   not null,
    town_code     text,
    industry_code text,
    version       bigint not null
);
create index enterprise_by_name on enterprise using gin (name gin_trgm_ops);

-- Frozen or marked, an enterprise stays certified: revoked or unbound it is not.
create table code_standing (
    code_id       uuid    primary key,
    enterprise_id uuid    not null,
    in_force      boolean not null,
    version       bigint  not null
);
create index code_standing_of_enterprise on code_standing (enterprise_id) where in_force;

create table notification (
    id            uuid        primary key,
    kind          text        not null check (kind in ('CODE', 'FINANCE', 'POLICY', 'SYSTEM')),
    title         text        not null check (length(title) between 1 and 100),
    body          text        not null check (length(body) between 1 and 2000),
    link          text        check (link like '/%' and link not like '//%'),
    channels      text[]      not null check (cardinality(channels) > 0 and channels <@ array['IN_SITE', 'WECHAT', 'SMS']),
    audience      jsonb       not null,
    -- Absent: as soon as it may be.
    send_at       timestamptz,
    state         text        not null check (state in ('DRAFT', 'PENDING_APPROVAL', 'REJECTED', 'SCHEDULED', 'SENDING', 'SENT', 'CANCELLED')),
    author_id     uuid        not null,
    author_name   text        not null,
    -- All who had a hand in it: none of them approves it.
    authors       text[]      not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    submitted_at  timestamptz,
    -- How many people it was for when it was handed in; once it is being sent, how many it is for.
    people        bigint,
    decider_id    uuid,
    decider_name  text,
    decided_at    timestamptz,
    -- That somebody else approved this very text for this audience.
    approved      boolean     not null default false,
    reject_reason text,
    started_at    timestamptz,
    ended_at      timestamptz,
    version       int         not null default 0,
    check (not approved or decider_id is not null and not (decider_id::text = any (authors))),
    check (state <> 'REJECTED' or reject_reason is not null),
    check (state not in ('SENDING', 'SENT') or started_at is not null)
);
create index notification_newest on notification (created_at desc, id desc);
create index notification_due on notification (send_at) where state = 'SCHEDULED';
create index notification_sending on notification (id) where state = 'SENDING';

-- Whom it goes to by which way, fixed when the sending begins, and what became of it. Nobody is there twice.
create table notification_receiver (
    notification_id uuid        not null references notification,
    account_id      uuid        not null,
    channel         text        not null check (channel in ('IN_SITE', 'WECHAT', 'SMS')),
    result          text        not null default 'WAITING'
        check (result in ('WAITING', 'TAKEN', 'DELIVERED', 'ACCEPTED', 'FAILED', 'UNCERTAIN', 'NOBODY', 'GONE', 'CANCELLED')),
    -- Under which WeChat sends it once, however often it is asked.
    note_id         uuid        not null default uuidv7(),
    tries           int         not null default 0,
    next_try_at     timestamptz not null default now(),
    at              timestamptz,
    primary key (notification_id, account_id, channel)
);
create index notification_receiver_open on notification_receiver (notification_id, channel, next_try_at) where result in ('WAITING', 'TAKEN');
create index notification_receiver_of_account on notification_receiver (account_id);
