-- Challenges whose solution was used: none works twice. Open ones are nowhere: they carry the server's signature.
create table spent_proof (
    nonce      uuid        primary key,
    expires_at timestamptz not null
);
create index spent_proof_expires_at on spent_proof (expires_at);

-- How many attempts from one address failed lately.
create index sign_in_log_address on sign_in_log (address, at desc) where result in ('BAD_CREDENTIALS', 'BAD_SMS_CODE', 'BAD_CODE', 'LOCKED');
