-- When its parties were warned of the last day of a grant of which nothing was drawn.
alter table loan_application add column expiry_warned_at timestamptz;
