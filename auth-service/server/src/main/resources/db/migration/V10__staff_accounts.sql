-- Sets a password once, within its time. Only the hash is kept: who reads the table cannot use it.
create table password_link (
    account_id uuid        primary key references account on delete cascade,
    token_hash bytea       not null unique check (length(token_hash) = 32),
    created_at timestamptz not null,
    created_by uuid        not null,
    expires_at timestamptz not null
);
