-- 我的设备: each sign-in with what it was made with. Rows outlive their session for a while: by them a device is known.
create table signed_in_session (
    id         uuid        primary key,
    account_id uuid        not null references account on delete cascade,
    device_id  uuid        not null,
    address    text        not null,
    user_agent text        not null,
    started_at timestamptz not null,
    -- When the gateway last got a token for it: by that, whether somebody still works there.
    seen_at    timestamptz not null,
    ended_at   timestamptz
);
create index signed_in_session_of_account on signed_in_session (account_id, started_at desc);
create index signed_in_session_device on signed_in_session (account_id, device_id);
create index signed_in_session_seen_at on signed_in_session (seen_at);
