-- Demo enterprises are shown as such wherever their name stands.
alter table enterprise add column demo boolean not null default false;
alter table loan_application add column demo boolean not null default false;

-- Whose match result is whose, fed by matching.MatchCompleted: an application names only a result of its own enterprise.
create table match_result (
    id            uuid primary key,
    enterprise_id uuid not null
);

-- The bank's list without a state, and the lists by amount.
create index loan_application_of_bank_by_time on loan_application (bank_id, submitted_at desc);
create index loan_application_by_amount on loan_application (amount desc);
