-- Notices that go by text message too wait here, written with the message. No provider knows an id of ours: one is marked before it is handed over, and never handed over again.
create table waiting_text_notice (
    message_id     uuid        primary key,
    account_id     uuid        not null,
    kind           text        not null check (kind in ('CODE', 'FINANCE', 'POLICY', 'SYSTEM')),
    text           text        not null check (length(text) between 1 and 35),
    handed_over_at timestamptz,
    tries          int         not null default 0,
    next_try_at    timestamptz not null default now()
);
create index waiting_text_notice_next on waiting_text_notice (next_try_at);
