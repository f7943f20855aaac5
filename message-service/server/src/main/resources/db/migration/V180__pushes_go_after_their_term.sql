-- 信息推送日志 goes after its term, which the law lets be no shorter than six months: younger entries stay whoever asks, and none is ever changed.
grant trigger on push_log to current_user;
drop trigger push_log_unchanged on push_log;
create trigger push_log_unchanged before update or truncate on push_log for each statement execute function refuse_change();

create function refuse_young() returns trigger
language plpgsql as $$
begin
    if old.sent_at > now() - interval '6 months' then
        raise exception '% keeps its entries for six months', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;

create trigger push_log_kept before delete on push_log for each row execute function refuse_young();
grant delete on push_log to current_user;
revoke trigger on push_log from current_user;
