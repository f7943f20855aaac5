-- The text that the conditions are written from, with what was proposed and what a person made of it.
alter table policy_draft add column reading jsonb;
