-- Of an attempt of which nobody knows its provider is asked. When next; null: not any more, or not needed. Copies of before write none: what they leave behind is asked about too.
alter table sms_attempt
    add column inquire_at      timestamptz,
    add column inquiries       int not null default 0,
    -- So often has the provider said, by a complete answer, that it never had it.
    add column missing         int not null default 0,
    -- HMAC-SM3 of the phone, until it is settled: another phone of the same account has no such message, which says nothing of this one.
    add column phone_mark      bytea,
    -- The provider had said that it never had it, and reported later that it arrived.
    add column contradicted_at timestamptz;
grant update (inquire_at, inquiries, missing, phone_mark, contradicted_at) on sms_attempt to current_user;
update sms_attempt set inquire_at = now() where state in ('HANDED_OVER', 'UNKNOWN') and sent_at > now() - interval '30 days';
alter table sms_attempt alter column inquire_at set default now() + interval '2 minutes';
create index sms_attempt_to_inquire on sms_attempt (inquire_at) where inquire_at is not null;

-- That the provider never had it is said later, as a report is.
alter table sms_attempt drop constraint sms_attempt_check;
alter table sms_attempt add constraint sms_attempt_receipt_check check (
    case when receipt_at is null then state not in ('DELIVERED', 'UNDELIVERED') else state in ('DELIVERED', 'UNDELIVERED', 'REFUSED') end);

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
        -- What may have gone out is refused by what its provider says later, and by nothing else.
        or old.state = 'UNKNOWN' and new.state = 'REFUSED' and new.receipt_at is null
        or new.state = 'HANDED_OVER' and old.state != 'HANDED_OVER'
        or new.phone_mark is not null and new.phone_mark is distinct from old.phone_mark
        or old.contradicted_at is not null and new.contradicted_at is distinct from old.contradicted_at
    then
        raise exception 'attempt % says once what became of it', old.id using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

-- How often it went again because the provider of its text message never had it.
alter table outer_notice add column again int not null default 0;
