-- Facts of this service. Never deleted: the table is the event log from which others rebuild.
create table outbox (
    seq          bigint      generated always as identity primary key,
    id           uuid        not null unique,
    type         text        not null check (type ~ '^[a-z]+\.[A-Z][A-Za-z]+$'),
    subject      uuid        not null,
    version      bigint      not null check (version >= 0),
    occurred_at  timestamptz not null,
    trace_parent text,
    data         jsonb       not null,
    -- Rows of a transaction that still runs have lower numbers than rows already seen; readers stop before it.
    written_by   xid8        not null default pg_current_xact_id(),
    published_at timestamptz
);

create index outbox_pending on outbox (seq) where published_at is null;
create index outbox_type on outbox (type, seq);

-- Which event has had its effect here. One row a handler, written with the effect.
create table inbox (
    event_id   uuid        not null,
    handler    text        not null,
    handled_at timestamptz not null default now(),
    primary key (event_id, handler)
);

create index inbox_handled_at on inbox (handled_at);

create table dead_letter (
    id           uuid        primary key,
    event_id     uuid        not null,
    handler      text        not null,
    type         text        not null,
    payload      text        not null,
    error        text        not null,
    attempts     int         not null,
    failed_at    timestamptz not null default now(),
    replayed_at  timestamptz,
    unique (event_id, handler)
);

create index dead_letter_open on dead_letter (failed_at) where replayed_at is null;
