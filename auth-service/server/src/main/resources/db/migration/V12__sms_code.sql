-- Codes sent by 短信. One row for each that was asked for, also when nobody has the phone: limits must not tell who is known. The hash is keyed.
create table sms_code (
    id         uuid        primary key,
    phone      text        not null check (phone ~ '^1[3-9][0-9]{9}$'),
    purpose    text        not null check (purpose in ('SIGN_IN', 'PASSWORD_RESET')),
    address    text        not null,
    -- Absent when no account has the phone: nothing fits.
    code_hash  bytea       check (length(code_hash) = 32),
    asked_at   timestamptz not null,
    expires_at timestamptz not null,
    tries      integer     not null default 0,
    used_at    timestamptz
);
create index sms_code_by_phone on sms_code (phone, asked_at desc);
create index sms_code_by_address on sms_code (address, asked_at desc);
create index sms_code_asked_at on sms_code (asked_at);
