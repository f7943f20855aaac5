-- An enterprise allows by kind of scanner what its card shows, and a system scans as who answers for it: as whom their people act is that of who applied.
alter table openapi_key add column owner_type text
    check (owner_type in ('ENTERPRISE', 'CHAMBER', 'PROVIDER', 'BANK', 'GOVERNMENT', 'OPERATOR', 'TALENT'));

update openapi_key k set owner_type = a.user_type from account a where a.id = k.applicant_id;
