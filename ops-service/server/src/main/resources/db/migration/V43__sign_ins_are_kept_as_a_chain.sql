-- 登录日志 is kept here beside 操作日志, by the owner that operation-log.sql makes; nothing is moved: auth-service tells what it has.
do $$
begin
    if to_regclass('ops_log.sign_in_entry') is null then
        raise exception 'the table ops_log.sign_in_entry is missing' using hint = 'docs/operations.md says how the superuser makes it';
    end if;
end $$;
