-- A bank's system reads on from where it was: when something last happened to an application, in the order in which it asks.
alter table loan_application add column changed_at timestamptz;
update loan_application set changed_at = greatest(
    submitted_at,
    coalesce((select max(at) from loan_application_step where application_id = loan_application.id), submitted_at));
-- The totals are checked at the end of a transaction: now, because a table with checks to come cannot be altered.
set constraints all immediate;
alter table loan_application alter column changed_at set not null;
create index loan_application_inbox on loan_application (bank_id, changed_at, id);
