-- What can be asked about no more waits for no inquiry. It stood before all others, until the log goes: SUBMAIL is never asked, the others for a term, of registrations nobody has the phone, and what copies of before wrote had a time by itself.
update sms_attempt set inquire_at = null
where inquire_at is not null and (
    account_id is null
    or provider = 'SUBMAIL'
    or sent_at <= now() - case provider when 'ALIYUN' then interval '29 days' when 'TENCENT' then interval '7 days' else interval '1 day' end
    or not (state in ('HANDED_OVER', 'UNKNOWN') or state = 'ACCEPTED' and receipt_words is not null));
alter table sms_attempt alter column inquire_at drop default;
drop index sms_attempt_to_inquire;
create index sms_attempt_to_inquire on sms_attempt (provider, inquire_at) where inquire_at is not null;

-- Which account's former phone it went to is asked by its push too, whatever is known of it.
drop index waiting_text_notice_reported;
create index waiting_text_notice_of_push on waiting_text_notice (push_id) where push_id is not null;
