-- 注销. The row stays, so that what was done with it is still somebody's, but nothing in it says whose: no phone, no name.
alter table account add column closed_at timestamptz;
alter table account drop constraint account_phone_check;
alter table account add constraint account_phone_check check (phone ~ '^1[3-9][0-9]{9}$' or (closed_at is not null and phone = 'closed:' || id));
alter table account add constraint account_closed_is_disabled check (closed_at is null or not enabled);
