-- A reviewed edition that begins on a day to come waits for it while the edition before holds, with its conditions as the engine took them.
alter table policy_draft drop constraint policy_draft_state_check;
alter table policy_draft add constraint policy_draft_state_check check (state in ('DRAFT', 'REVIEW', 'SCHEDULED', 'PUBLISHED'));
alter table policy_draft add column scheduled_for date;
alter table policy_draft add column tried jsonb;
alter table policy_draft add constraint policy_draft_waits_for_a_day
    check ((state = 'SCHEDULED') = (scheduled_for is not null) and (scheduled_for is null) = (tried is null));
create index policy_draft_due on policy_draft (scheduled_for) where state = 'SCHEDULED';
