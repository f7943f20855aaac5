-- SUBMAIL brings text messages too, and signs what it reports.
alter table sms_attempt drop constraint sms_attempt_provider_check;
alter table sms_attempt add constraint sms_attempt_provider_check
    check (provider in ('ALIYUN', 'TENCENT', 'SUBMAIL', 'SIMULATOR', 'SIMULATOR_SPARE'));

-- The random text that its signature is over: nothing else of a report is signed, so each proves one report and no other.
alter table sms_attempt add column receipt_token text check (length(receipt_token) <= 100);
create unique index sms_attempt_one_report_of_a_token on sms_attempt (provider, receipt_token) where receipt_token is not null;
grant update (receipt_token) on sms_attempt to current_user;

create or replace function refuse_rewriting() returns trigger
language plpgsql as $$
begin
    if (new.id, new.push_id, new.account_id, new.purpose, new.number, new.provider, new.price, new.sent_at)
            is distinct from (old.id, old.push_id, old.account_id, old.purpose, old.number, old.provider, old.price, old.sent_at)
        -- The answer.
        or old.took_ms is not null and (new.code, new.words, new.serial, new.took_ms)
            is distinct from (old.code, old.words, old.serial, old.took_ms)
        -- The report, after which nothing of what it decided moves.
        or old.receipt_at is not null and (new.state, new.parts, new.receipt_at, new.receipt_code, new.receipt_words, new.receipt_token)
            is distinct from (old.state, old.parts, old.receipt_at, old.receipt_code, old.receipt_words, old.receipt_token)
        or old.state = 'REFUSED' and new.state != 'REFUSED'
        or new.state = 'HANDED_OVER' and old.state != 'HANDED_OVER'
    then
        raise exception 'attempt % says once what became of it', old.id using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
