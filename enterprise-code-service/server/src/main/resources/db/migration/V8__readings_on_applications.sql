-- What was read of an enterprise on its loan applications; finance-service tells it, each reading once.
create table application_reading (
    id                 uuid        primary key,
    application_id     uuid        not null,
    application_number text        not null,
    enterprise_id      uuid        not null,
    at                 timestamptz not null,
    reader_id          uuid        not null,
    reader_name        text        not null,
    institution_id     uuid,
    institution_name   text,
    categories         text[]      not null
);

create index application_reading_enterprise on application_reading (enterprise_id, at desc, id);

-- Who saw data of an enterprise, whichever way.
create view data_reading as
select id, enterprise_id, at, scanner_name as reader_name, institution_name, 'SCAN' as source, id as source_id,
  null::text as application_number, place, shown_categories as categories
from scan
union all
select id, enterprise_id, at, reader_name, institution_name, 'APPLICATION', application_id, application_number, null::text, categories
from application_reading;
