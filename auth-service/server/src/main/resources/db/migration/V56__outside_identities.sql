-- Who comes in by an outside identity provider: one account for each person, one person of each provider for an account.
create table outside_identity (
    id            uuid        primary key,
    account_id    uuid        not null references account on delete cascade,
    provider      text        not null,
    subject_index bytea       not null check (length(subject_index) = 32),
    bound_at      timestamptz not null,
    last_used_at  timestamptz,
    constraint outside_identity_person_once unique (provider, subject_index),
    constraint outside_identity_account_once unique (account_id, provider)
);

-- Who has proved who they are and was sent to the provider to bind; good for one use.
create table identity_binding (
    account_id uuid        primary key references account on delete cascade,
    provider   text        not null,
    place      text        not null,
    expires_at timestamptz not null
);
create index identity_binding_expires_at on identity_binding (expires_at);

alter table sign_in_log drop constraint sign_in_log_result_check;
alter table sign_in_log add constraint sign_in_log_result_check check (result in ('SUCCESS', 'SECOND_FACTOR_ASKED', 'BAD_CREDENTIALS',
    'BAD_SMS_CODE', 'BAD_CODE', 'BAD_PASSKEY', 'PROVIDER_FAILED', 'PHONE_UNVERIFIED', 'LOCKED', 'DISABLED', 'UNAVAILABLE'));
