-- An enterprise consents to whoever answers for a system, as it does to a bank.
alter table consent
    drop constraint consent_receiver,
    add constraint consent_receiver check (receiver_kind in ('SCANNER', 'PLATFORM', 'BANK', 'SYSTEM')
        and (receiver_kind in ('BANK', 'SYSTEM')) = (receiver_id is not null));
create index consent_of_system on consent (receiver_id) where receiver_kind = 'SYSTEM';

-- What other systems read of what fits an enterprise.
create table system_reading (
    id            uuid        primary key,
    enterprise_id uuid        not null,
    at            timestamptz not null,
    key_id        uuid        not null,
    system_name   text        not null,
    owner_id      uuid        not null,
    owner_name    text        not null
);

create index system_reading_enterprise on system_reading (enterprise_id, at desc, id);

create or replace view data_reading as
select id, enterprise_id, at, scanner_name as reader_name, institution_name, 'SCAN' as source, id as source_id,
  null::text as application_number, place, shown_categories as categories, null::text as revealed, null::text as reason
from scan
union all
select id, enterprise_id, at, reader_name, institution_name, 'APPLICATION', application_id, application_number, null::text, categories,
  revealed, reason
from application_reading
union all
select id, enterprise_id, at, reader_name, institution_name, 'CLAIM', claim_id, claim_number, null::text, '{}'::text[], revealed, reason
from claim_reading
union all
select id, enterprise_id, at, system_name, owner_name, 'SYSTEM', key_id, null::text, null::text, '{BASIC}'::text[], null::text, null::text
from system_reading;
