-- Of a system that calls nothing any more nobody is asked.
alter table openapi_key
    alter column contact_name drop not null,
    alter column contact_phone drop not null,
    add constraint openapi_key_has_its_contact check (status in ('REJECTED', 'REVOKED') or num_nulls(contact_name, contact_phone) = 0);
update openapi_key set contact_name = null, contact_phone = null where status in ('REJECTED', 'REVOKED');
create index openapi_key_ended on openapi_key (expires_at) where status in ('APPLIED', 'APPROVED', 'ACTIVE');

-- Whoever closed their account before this was heard of.
update outbox o
set data = o.data || (select jsonb_object_agg(name, '已注销用户') from unnest(o.names) name), person = null, names = null
from account a
where a.id = o.person and a.closed_at is not null;
