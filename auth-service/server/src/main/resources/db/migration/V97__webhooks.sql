-- Where a system wants to be told of events, one for each key. Secrets are sealed as those of keys are.
create table webhook (
    id               uuid        primary key,
    key              uuid        not null unique references openapi_key (id),
    url              text        not null check (length(url) between 10 and 500),
    events           text[]      not null check (cardinality(events) > 0),
    secret           bytea       not null,
    previous_secret  bytea,
    previous_until   timestamptz,
    created_at       timestamptz not null,
    disabled_at      timestamptz,
    version          integer     not null default 0,
    check ((previous_secret is null) = (previous_until is null))
);

-- One message to one receiver; the same event is told once, however often it comes.
create table webhook_delivery (
    id            uuid        primary key,
    webhook       uuid        not null references webhook (id),
    event_id      uuid        not null,
    type          text        not null,
    payload       text        not null,
    status        text        not null check (status in ('PENDING', 'DELIVERED', 'DEAD')),
    created_at    timestamptz not null,
    tries         integer     not null default 0,
    next_try_at   timestamptz not null,
    give_up_at    timestamptz not null,
    last_tried_at timestamptz,
    last_status   integer,
    last_millis   integer,
    last_problem  text,
    unique (webhook, event_id)
);
create index webhook_delivery_due on webhook_delivery (next_try_at) where status = 'PENDING';
create index webhook_delivery_of on webhook_delivery (webhook, created_at desc, id);
create index webhook_delivery_done on webhook_delivery (created_at) where status <> 'PENDING';

-- That a key will run out is told once for each end it is given.
alter table openapi_key add column expiry_told_for timestamptz;
create index openapi_key_expiring on openapi_key (expires_at) where status = 'ACTIVE';
create index openapi_key_owner on openapi_key (owner_id) where status = 'ACTIVE';
