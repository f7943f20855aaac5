-- While a declaration is in its step 公示 everybody reads of it, and may object; what is objected is answered before the step is passed.
alter table declaration add column notice_from date, add column notice_until date, add check (notice_until is null or notice_from is not null);
create index declaration_notice on declaration (notice_from desc) where notice_from is not null;
create index declaration_undated on declaration (id) where notice_from is not null and notice_until is null;
-- Those that are in it now: how long it lasts is found by the calendar, as where its year was not arranged.
update declaration d set notice_from = (d.changed_at at time zone 'Asia/Shanghai')::date
from declaration_form f
where f.project_id = d.project_id and f.version = d.form_version and d.status in ('SUBMITTED', 'IN_REVIEW', 'SENT_BACK')
  and f.steps -> 'items' -> d.step_index ->> 'kind' = 'PUBLIC_NOTICE';

alter table redemption_objection
    alter column application_id drop not null,
    add column declaration_id uuid references declaration,
    add check (num_nonnulls(application_id, declaration_id) = 1);
create unique index declaration_objection_one_open on redemption_objection (declaration_id, account_id) where state = 'OPEN';
create index declaration_objection_of on redemption_objection (declaration_id);
