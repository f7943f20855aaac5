create table idempotency_key (
    idempotency_key text        not null check (length(idempotency_key) between 8 and 128),
    account         text        not null,
    route           text        not null,
    request_hash    bytea       not null,
    status          int,
    content_type    text,
    location        text,
    body            bytea,
    created_at      timestamptz not null default now(),
    primary key (account, route, idempotency_key)
);

create index idempotency_key_created on idempotency_key (created_at);
