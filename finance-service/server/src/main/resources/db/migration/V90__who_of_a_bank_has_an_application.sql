-- Where within its bank an application lies (a branch, or nothing: the head office), and who has it.
alter table loan_application
    add column branch_id    uuid,
    add column branch_name  text,
    add column handler_id   uuid,
    add column handler_name text,
    add constraint branch_has_its_name check (num_nonnulls(branch_id, branch_name) in (0, 2)),
    add constraint handler_has_its_name check (num_nonnulls(handler_id, handler_name) in (0, 2)),
    add constraint branch_is_not_the_bank check (branch_id <> bank_id);
-- Whoever took one up last has had it ever since.
update loan_application a
set handler_id = s.actor_id, handler_name = s.actor
from (select distinct on (application_id) application_id, actor_id, actor
      from loan_application_step where kind = 'ACCEPTED' order by application_id, at desc, id desc) s
where s.application_id = a.id;
create index loan_application_of_handler on loan_application (handler_id, submitted_at desc);
create index loan_application_of_branch on loan_application (branch_id, submitted_at desc);
create index loan_application_of_desk on loan_application ((coalesce(branch_id, bank_id)), submitted_at desc);

alter table loan_application_step drop constraint loan_application_step_kind_check;
alter table loan_application_step add constraint loan_application_step_kind_check
    check (kind in ('SUBMITTED', 'TAKEN', 'ASSIGNED', 'HANDED_OVER', 'POOLED', 'ACCEPTED', 'MATERIAL_ASKED', 'MATERIAL_SUPPLIED',
        'APPROVED', 'REFUSED', 'WITHDRAWN', 'DISBURSED', 'SETTLED', 'EXPIRED'));

-- Which branch of a bank looks after the enterprises of a town; of what is not here the head office does.
create table branch_town (
    id          uuid primary key,
    bank_id     uuid        not null,
    town_code   text        not null check (length(town_code) between 1 and 40),
    branch_id   uuid        not null,
    branch_name text        not null,
    changed_at  timestamptz not null,
    version     integer     not null,
    constraint one_branch_of_a_bank_for_a_town unique (bank_id, town_code),
    constraint branch_of_a_town_is_not_the_bank check (branch_id <> bank_id)
);
