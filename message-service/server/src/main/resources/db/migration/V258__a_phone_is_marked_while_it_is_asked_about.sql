-- A mark of the phone is kept as long as its provider can be asked about it, and no longer.
update sms_attempt set phone_mark = null where phone_mark is not null and inquire_at is null;
alter table sms_attempt add constraint sms_attempt_marked_while_asked_check check (phone_mark is null or inquire_at is not null);
