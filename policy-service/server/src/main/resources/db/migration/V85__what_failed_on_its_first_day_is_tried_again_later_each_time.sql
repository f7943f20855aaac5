-- An edition that failed on its first day, and was not refused, waits with its reason as well and is tried again after a while that grows.
-- Without a rule beside it: a copy of the service that is still the one before clears the reason alone.
alter table policy_draft add column retry_at timestamptz;
update policy_draft set retry_at = held_at + interval '1 hour' where held_at is not null;
