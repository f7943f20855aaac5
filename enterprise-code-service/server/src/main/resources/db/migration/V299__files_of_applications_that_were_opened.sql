-- A bank opened a file that the enterprise handed in with its application. No column of the view changes.
alter table application_reading add column document text;

create or replace view data_reading as
select id, enterprise_id, at, scanner_name as reader_name, institution_name, 'SCAN' as source, id as source_id,
  null::text as application_number, place, shown_categories as categories, null::text as revealed, null::text as reason,
  null::text as document
from scan
union all
select id, enterprise_id, at, reader_name, institution_name, 'APPLICATION', application_id, application_number, null::text, categories,
  revealed, reason, document
from application_reading
union all
select id, enterprise_id, at, reader_name, institution_name, 'CLAIM', claim_id, claim_number, null::text, '{}'::text[], revealed, reason,
  document
from claim_reading read
where exists (
  select 1 from claim c join enterprise_code k on k.id = c.renews_code_id or k.claim_id = c.id
  where c.id = read.claim_id and c.status = 'APPROVED' and k.status <> 'REVOKED')
union all
select id, enterprise_id, at, reader_name, institution_name, source, declaration_id, declaration_number, null::text, '{}'::text[],
  revealed, reason, document
from declaration_reading
union all
select id, enterprise_id, at, system_name, owner_name, 'SYSTEM', key_id, null::text, null::text, '{MATCHES}'::text[], null::text, null::text,
  null::text
from system_reading;
