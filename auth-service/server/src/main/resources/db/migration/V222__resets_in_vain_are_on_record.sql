-- 忘记密码: what was tried in vain stands in the log by a way of its own.
alter table sign_in_log drop constraint sign_in_log_way_check;
alter table sign_in_log add constraint sign_in_log_way_check
    check (way in ('PASSWORD', 'SMS_CODE', 'WECHAT', 'PASSKEY', 'PROVIDER', 'PASSWORD_RESET'));
