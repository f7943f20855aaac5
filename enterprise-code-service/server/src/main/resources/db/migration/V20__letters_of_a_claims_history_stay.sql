-- A letter that was judged stays with its step when another takes its place. Of older steps it is only known which letter came last.
alter table claim_step add column letter_file_id uuid references stored_file;
update claim_step s set letter_file_id = c.letter_file_id
from claim c
where c.id = s.claim_id and s.id = (
  select l.id from claim_step l where l.claim_id = c.id and l.action in ('SUBMITTED', 'RESUBMITTED') order by l.at desc, l.id desc limit 1);
create index claim_step_letter on claim_step (letter_file_id) where letter_file_id is not null;
