-- A case that is closed long since keeps its course, and neither the identity number nor the letter.
alter table claim
    alter column legal_rep_id_number drop not null,
    add constraint claim_open_has_its_identity check (legal_rep_id_number is not null or status in ('APPROVED', 'REJECTED', 'WITHDRAWN'));
create index claim_with_identity on claim (submitted_at) where legal_rep_id_number is not null;

-- What is gone of a letter is its bytes; that there was one stays.
alter table stored_file alter column object_key drop not null;

create index consent_change_at on consent_change (at);
create index application_reading_at on application_reading (at);
create index claim_reading_at on claim_reading (at);
create index system_reading_at on system_reading (at);
create index service_code_visit_at on service_code_visit (at);

-- Whoever closed their account before names were blanked in what was told of them.
update outbox o
set data = o.data || (select jsonb_object_agg(name, '已注销用户') from unnest(o.names) name), person = null, names = null
from closed_account a
where a.account_id = o.person;
