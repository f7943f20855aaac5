-- Every attempt to bring a text message: by whom, what the provider answered, what it costs, whether its report says that it arrived. Neither phone nor words are here.
create table sms_attempt (
    id            uuid          primary key,
    -- Entry in the log of pushes, which is written after it; none for a phone that is nobody's yet.
    push_id       uuid,
    account_id    uuid,
    purpose       text          not null check (purpose in ('SIGN_IN', 'PASSWORD_RESET', 'REGISTRATION', 'PHONE_CHANGE',
        'PHONE_CHANGED', 'ADMISSION_APPROVED', 'ADMISSION_REJECTED', 'PASSWORD_LINK', 'NOTIFICATION')),
    -- Which attempt at the same message, from 1.
    number        int           not null check (number > 0),
    provider      text          not null check (provider in ('ALIYUN', 'TENCENT', 'SIMULATOR')),
    state         text          not null check (state in ('HANDED_OVER', 'ACCEPTED', 'REFUSED', 'UNKNOWN', 'DELIVERED', 'UNDELIVERED')),
    code          text          check (length(code) <= 100),
    words         text          check (length(words) <= 300),
    serial        text          check (length(serial) <= 100),
    -- As how many messages it is charged, once it was taken.
    parts         int           not null check (parts > 0),
    -- Yuan for one of them, as it was set then.
    price         numeric(10,4) check (price >= 0),
    sent_at       timestamptz   not null,
    took_ms       bigint        check (took_ms >= 0),
    receipt_at    timestamptz,
    receipt_code  text          check (length(receipt_code) <= 100),
    receipt_words text          check (length(receipt_words) <= 300),
    unique (provider, serial),
    unique (push_id, number),
    check ((receipt_at is not null) = (state in ('DELIVERED', 'UNDELIVERED')))
);
create index sms_attempt_newest on sms_attempt (sent_at desc, id desc);
create index sms_attempt_by_provider on sms_attempt (provider, sent_at desc, id desc);
create index sms_attempt_by_state on sms_attempt (state, sent_at desc, id desc);
create index sms_attempt_by_account on sms_attempt (account_id, sent_at desc) where account_id is not null;
-- At most one provider has a message, or may have it.
create unique index sms_attempt_one_has_it on sms_attempt (push_id) where state != 'REFUSED';

create trigger sms_attempt_kept before delete on sms_attempt for each row execute function refuse_young();
revoke truncate, references, trigger on sms_attempt from current_user;
