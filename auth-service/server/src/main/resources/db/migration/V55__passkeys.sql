-- 通行密钥 (WebAuthn). The credential is what the authenticator made: its id and its public key; nothing in the table opens anything.
create table passkey (
    id              uuid        primary key,
    account_id      uuid        not null references account on delete cascade,
    credential_id   bytea       not null constraint passkey_once unique check (length(credential_id) between 1 and 1023),
    credential      bytea       not null,
    -- As the authenticator said last; 0 for good where it does not count. One that does not rise is a copy.
    sign_count      bigint      not null check (sign_count >= 0),
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    transports      text[]      not null,
    name            text        not null check (length(name) between 1 and 30),
    created_at      timestamptz not null,
    last_used_at    timestamptz
);
create index passkey_of_account on passkey (account_id, created_at);

-- What a browser must have signed to add one; good for one use.
create table passkey_challenge (
    account_id uuid        primary key references account on delete cascade,
    challenge  bytea       not null,
    expires_at timestamptz not null
);

-- With the results of signing in by a passkey or by an outside identity provider.
alter table sign_in_log drop constraint sign_in_log_result_check;
alter table sign_in_log add constraint sign_in_log_result_check check (result in ('SUCCESS', 'SECOND_FACTOR_ASKED', 'BAD_CREDENTIALS',
    'BAD_SMS_CODE', 'BAD_CODE', 'BAD_PASSKEY', 'PHONE_UNVERIFIED', 'LOCKED', 'DISABLED', 'UNAVAILABLE'));
