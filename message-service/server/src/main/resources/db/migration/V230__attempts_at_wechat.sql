-- Every attempt to bring something to somebody's WeChat, with what was answered: as attempts at text messages are kept, without a word of what was said.
create table wechat_attempt (
    id         uuid        primary key,
    -- Entry in the log of pushes, which is written after the last of them.
    push_id    uuid        not null,
    account_id uuid        not null,
    way        text        not null check (way in ('WECHAT', 'SUBSCRIPTION')),
    number     int         not null check (number > 0),
    state      text        not null check (state in ('HANDED_OVER', 'ACCEPTED', 'REFUSED', 'LATER', 'UNKNOWN', 'NOBODY')),
    code       text        check (length(code) <= 100),
    words      text        check (length(words) <= 300),
    sent_at    timestamptz not null,
    took_ms    bigint      check (took_ms >= 0),
    check ((took_ms is not null) = (state != 'HANDED_OVER'))
);
create index wechat_attempt_of_push on wechat_attempt (push_id, number);
create index wechat_attempt_newest on wechat_attempt (sent_at desc, id desc);
create index wechat_attempt_by_state on wechat_attempt (state, sent_at desc, id desc);
create index wechat_attempt_by_account on wechat_attempt (account_id, sent_at desc, id desc);

-- What was asked stays as it was, and what was answered is said once.
create function refuse_answering_twice() returns trigger
language plpgsql as $$
begin
    if old.state != 'HANDED_OVER' then
        raise exception 'attempt % says once what became of it', old.id using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger wechat_attempt_said before update on wechat_attempt for each row execute function refuse_answering_twice();
create trigger wechat_attempt_kept before delete on wechat_attempt for each row execute function refuse_young();
revoke update, truncate, references, trigger on wechat_attempt from current_user;
grant update (state, code, words, took_ms) on wechat_attempt to current_user;
