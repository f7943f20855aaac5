-- Absent: it is not in force any more. Counted again, when it is again.
alter table policy_reach alter column matched drop not null;
