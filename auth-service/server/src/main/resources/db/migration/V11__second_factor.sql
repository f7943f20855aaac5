-- 两步验证 (RFC 6238). The secret is AES-256-GCM over its bytes, bound to the account; not confirmed yet: it was shown but never used.
create table second_factor (
    account_id   uuid        primary key references account on delete cascade,
    secret       bytea       not null,
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    -- The time step of the last code that was taken: no code works twice.
    last_step    bigint      not null default 0
);

-- Shown once, kept as keyed hashes, each good for one sign-in.
create table recovery_code (
    account_id uuid        not null references second_factor on delete cascade,
    code_hash  bytea       not null check (length(code_hash) = 32),
    used_at    timestamptz,
    primary key (account_id, code_hash)
);

alter table sign_in_log drop constraint sign_in_log_result_check;
alter table sign_in_log add constraint sign_in_log_result_check check (result in
    ('SUCCESS', 'SECOND_FACTOR_ASKED', 'BAD_CREDENTIALS', 'BAD_SMS_CODE', 'BAD_CODE', 'LOCKED', 'DISABLED', 'UNAVAILABLE'));
