-- How often somebody had a message sent on demand, of late: a test, or one of before. Older rows go when the next is asked for.
create table webhook_asked (
    id      uuid        primary key,
    webhook uuid        not null references webhook (id),
    kind    text        not null check (kind in ('TEST', 'RESEND')),
    at      timestamptz not null
);
create index webhook_asked_of on webhook_asked (webhook, kind, at);
