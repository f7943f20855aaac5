-- 登录日志 is kept by ops-service, in a chain. What stands here is told to it, beginning with what stands here already; by which way, older rows do not say.
alter table sign_in_log
    add column told boolean not null default false,
    add column way text check (way in ('PASSWORD', 'SMS_CODE', 'WECHAT', 'PASSKEY', 'PROVIDER'));

create index sign_in_log_untold on sign_in_log (at, id) where not told;

-- Nobody reads it here by result or name any more: that was the console's list.
drop index sign_in_log_result;
drop index sign_in_log_username;
