create table account (
    id uuid primary key,
    user_type text not null check (user_type in ('ENTERPRISE', 'CHAMBER', 'PROVIDER', 'BANK', 'GOVERNMENT', 'OPERATOR', 'TALENT')),
    -- Only accounts that an operator opened have a name; it can never look like a phone number.
    username text unique check (username ~ '^[a-z][a-z0-9_.-]{2,31}$'),
    phone text not null constraint account_phone_once unique check (phone ~ '^1[3-9][0-9]{9}$'),
    display_name text not null check (length(display_name) between 1 and 50),
    password_hash text not null,
    -- Rises with each change of password: sessions that were opened before end.
    credential_version integer not null default 0,
    enabled boolean not null default true,
    channel text not null check (channel in ('PC', 'WECHAT')),
    registered_at timestamptz not null,
    demo boolean not null default false,
    version bigint not null default 0
);

-- Keyed by what was tried, known or not, so that an answer does not tell which names exist.
create table sign_in_failure (
    subject text primary key,
    failures integer not null check (failures > 0),
    last_at timestamptz not null,
    locked_until timestamptz
);
create index sign_in_failure_last_at on sign_in_failure (last_at);

create table sign_in_log (
    id uuid primary key,
    at timestamptz not null,
    username text not null,
    account_id uuid,
    address text not null,
    user_agent text not null,
    result text not null check (result in ('SUCCESS', 'BAD_CREDENTIALS', 'LOCKED', 'DISABLED', 'UNAVAILABLE'))
);
create index sign_in_log_at on sign_in_log (at desc, id desc);
create index sign_in_log_username on sign_in_log (username, at desc);
create index sign_in_log_result on sign_in_log (result, at desc);
