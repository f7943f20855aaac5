-- Facts that systems are to be told, until user-service has said who stands above the one whom they concern.
create table webhook_fact (
    event_id    uuid        not null,
    concerned   uuid        not null,
    type        text        not null,
    demo        boolean     not null,
    payload     text        not null,
    happened_at timestamptz not null,
    tries       integer     not null default 0,
    next_try_at timestamptz not null,
    primary key (event_id, concerned)
);
create index webhook_fact_due on webhook_fact (next_try_at);

-- Whether anybody wants to hear of an event at all: mostly nobody does.
create index webhook_takes on webhook using gin (events) where disabled_at is null;
