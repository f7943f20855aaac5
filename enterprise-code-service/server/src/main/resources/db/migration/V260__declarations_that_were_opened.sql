-- What departments opened of an enterprise's declarations; policy-service tells it.
create table declaration_reading (
    id                 uuid        primary key,
    declaration_id     uuid        not null,
    declaration_number text        not null,
    enterprise_id      uuid        not null,
    at                 timestamptz not null,
    reader_id          uuid        not null,
    reader_name        text        not null,
    institution_id     uuid,
    institution_name   text,
    document           text        not null
);

create index declaration_reading_enterprise on declaration_reading (enterprise_id, at desc, id);
create index declaration_reading_at on declaration_reading (at);

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
select id, enterprise_id, at, reader_name, institution_name, 'DECLARATION', declaration_id, declaration_number, null::text, '{}'::text[],
  null::text, null::text, document
from declaration_reading
union all
select id, enterprise_id, at, system_name, owner_name, 'SYSTEM', key_id, null::text, null::text, '{BASIC}'::text[], null::text, null::text,
  null::text
from system_reading;
