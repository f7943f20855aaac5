-- Whose the code of a service or a venue is: of the institution that made it. Of those that were there before it is known where their maker has scanned for one
-- institution alone; the others are the operator's (null): who reaches all sees them.
alter table service_code add column institution_id uuid;

update service_code code set institution_id = maker.institution_id
from (
  select scanner_id, min(institution_id::text)::uuid as institution_id from scan
  group by scanner_id having count(distinct institution_id) = 1
) maker
where maker.scanner_id = code.created_by;

create index service_code_institution on service_code (institution_id, created_at desc, id);
create index service_code_maker on service_code (created_by, created_at desc, id);
