-- Where nobody has bound a WeChat, or agreed to a message, WeChat was not asked: that is no attempt, and stands no longer among them.
grant trigger on wechat_attempt to current_user;
drop trigger wechat_attempt_kept on wechat_attempt;
delete from wechat_attempt where state = 'NOBODY';

-- Written down before it is known whether there is anybody: what nobody has answered may turn out to have been none. What was answered stays.
create function refuse_losing_attempts() returns trigger
language plpgsql as $$
begin
    if old.state != 'HANDED_OVER' and old.sent_at > now() - interval '6 months' then
        raise exception '% keeps its entries for six months', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;
create trigger wechat_attempt_kept before delete on wechat_attempt for each row execute function refuse_losing_attempts();
revoke trigger on wechat_attempt from current_user;
