-- A key is for the sandbox or for real; those that there are, are for real.
alter table openapi_key add column environment text not null default 'LIVE' check (environment in ('LIVE', 'SANDBOX'));
alter table openapi_key alter column environment drop default;

-- Who signs with SM2 brings the public half of a key pair (the point, uncompressed), and there is no secret here that could be lost.
alter table openapi_key
    add column public_key bytea check (length(public_key) = 65),
    add column previous_public_key bytea check (length(previous_public_key) = 65),
    drop constraint openapi_key_check,
    drop constraint openapi_key_check1,
    add constraint openapi_key_can_be_checked check ((status = 'ACTIVE')
        <= (key_id is not null and num_nonnulls(secret, public_key) = 1 and expires_at is not null)),
    add constraint openapi_key_previous_ends check (num_nonnulls(previous_secret, previous_public_key) < 2
        and (num_nonnulls(previous_secret, previous_public_key) = 1) = (previous_until is not null));
