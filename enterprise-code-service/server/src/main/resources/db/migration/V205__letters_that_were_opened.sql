-- A paper of a claim that staff opened is read of by the enterprise as a covered field is.
alter table claim_reading
    add column document text,
    alter column revealed drop not null,
    alter column reason drop not null,
    add constraint claim_reading_what check ((revealed is null) <> (document is null) and (revealed is null) = (reason is null));

create or replace view data_reading as
select id, enterprise_id, at, scanner_name as reader_name, institution_name, 'SCAN' as source, id as source_id,
  null::text as application_number, place, shown_categories as categories, null::text as revealed, null::text as reason,
  null::text as document
from scan
union all
select id, enterprise_id, at, reader_name, institution_name, 'APPLICATION', application_id, application_number, null::text, categories,
  revealed, reason, null::text
from application_reading
union all
select id, enterprise_id, at, reader_name, institution_name, 'CLAIM', claim_id, claim_number, null::text, '{}'::text[], revealed, reason,
  document
from claim_reading
union all
select id, enterprise_id, at, system_name, owner_name, 'SYSTEM', key_id, null::text, null::text, '{BASIC}'::text[], null::text, null::text,
  null::text
from system_reading;
