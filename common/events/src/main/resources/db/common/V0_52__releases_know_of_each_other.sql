-- What the releases of this service that run do with which facts: each says so of itself, so that an older copy does not acknowledge for the whole service what only a newer one takes (ADR 0083).
create table event_handler (
    type    text        not null,
    handler text        not null,
    seen_at timestamptz not null,
    primary key (type, handler)
);
