-- Who may see only some towns, some institutions or their own work finds it by an index. Where an enterprise lies stands with what was issued to it, as it does
-- with its claim: an enterprise does not move from town to town in the register.
alter table enterprise_code add column town_code text;
update enterprise_code code set town_code = claim.town_code from claim where claim.id = code.claim_id;
alter table enterprise_code alter column town_code set not null;

alter table scan add column town_code text;
update scan set town_code = code.town_code from enterprise_code code where code.id = scan.code_id;
alter table scan alter column town_code set not null;

create index claim_town on claim (town_code, submitted_at desc, id);
create index claim_step_actor on claim_step (actor_id, claim_id);
create index enterprise_code_town on enterprise_code (town_code, issued_at desc, id);
create index code_change_actor on code_change (actor_id, code_id);
create index scan_town on scan (town_code, at desc, id);
create index scan_institution on scan (institution_id, at desc, id) where institution_id is not null;
