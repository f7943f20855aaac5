-- The phone that an account had is told that it has another. No event carries a phone: message-service, which tells it, asks for it here by the version with which the account got the other. Gone when it was to be told.
create table former_phone (
    id              uuid        primary key,
    account_id      uuid        not null,
    account_version bigint      not null,
    phone           text        not null,
    end_of_next     text        not null check (length(end_of_next) = 4),
    at              timestamptz not null,
    constraint former_phone_of_version unique (account_id, account_version),
    constraint former_phone_encrypted check (phone like 'sm4:%')
);
create index former_phone_at on former_phone (at);
