-- What was revoked checks no signature any more.
update openapi_key set secret = null, public_key = null where status = 'REVOKED' and num_nonnulls(secret, public_key) > 0;
