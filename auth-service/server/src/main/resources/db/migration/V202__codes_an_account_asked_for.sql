-- Who is signed in has codes sent to phones of their choice: which account asked, so that it gets no more of them than a phone does. Absent where nobody was
-- signed in.
alter table sms_code add column account_id uuid;
create index sms_code_by_account on sms_code (account_id, asked_at desc) where account_id is not null;
