-- How often somebody had a covered field shown, by day.
create table reveal_count (
    account_id uuid not null,
    day        date not null,
    count      int  not null,
    primary key (account_id, day)
);

-- Covered fields of claims that were shown to staff.
create table claim_reading (
    id               uuid        primary key,
    claim_id         uuid        not null references claim,
    claim_number     text        not null,
    enterprise_id    uuid        not null,
    at               timestamptz not null,
    reader_id        uuid        not null,
    reader_name      text        not null,
    institution_id   uuid,
    institution_name text,
    revealed         text        not null,
    reason           text        not null check (length(reason) between 5 and 200)
);

create index claim_reading_enterprise on claim_reading (enterprise_id, at desc, id);
create index claim_reading_claim on claim_reading (claim_id);

alter table application_reading
    -- The covered field that was shown, and why; absent where the enterprise was read.
    add column revealed text,
    add column reason   text;

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
from claim_reading;
