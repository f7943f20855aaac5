-- A key is looked after by whoever looks after the keys of its owner, and no longer by who applied for it.
drop index openapi_key_applicant;
create index openapi_key_of_owner on openapi_key (owner_id, applied_at desc, id);
create index openapi_key_applicant on openapi_key (applicant_id);
