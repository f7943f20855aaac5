-- Of an attempt at a text message stays what it was, and what was answered or reported of it is written once: the rest of 信息推送日志 is never changed at all.
revoke update on sms_attempt from current_user;
grant update (state, code, words, serial, parts, took_ms, receipt_at, receipt_code, receipt_words) on sms_attempt to current_user;

create function refuse_rewriting() returns trigger
language plpgsql as $$
begin
    if (new.id, new.push_id, new.account_id, new.purpose, new.number, new.provider, new.price, new.sent_at)
            is distinct from (old.id, old.push_id, old.account_id, old.purpose, old.number, old.provider, old.price, old.sent_at)
        -- The answer.
        or old.took_ms is not null and (new.code, new.words, new.serial, new.took_ms)
            is distinct from (old.code, old.words, old.serial, old.took_ms)
        -- The report, after which nothing of what it decided moves.
        or old.receipt_at is not null and (new.state, new.parts, new.receipt_at, new.receipt_code, new.receipt_words)
            is distinct from (old.state, old.parts, old.receipt_at, old.receipt_code, old.receipt_words)
        or old.state = 'REFUSED' and new.state != 'REFUSED'
        or new.state = 'HANDED_OVER' and old.state != 'HANDED_OVER'
    then
        raise exception 'attempt % says once what became of it', old.id using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

grant trigger on sms_attempt to current_user;
create trigger sms_attempt_said before update on sms_attempt for each row execute function refuse_rewriting();
revoke trigger on sms_attempt from current_user;
