-- 未送达通知: operators send again what did not arrive; the system administrator stands in for them. The auditor reads it with the log of pushes.
insert into role_permission (role_code, permission)
values ('OPERATOR', 'message.undelivered.resend'),
       ('SYSTEM_ADMIN', 'message.undelivered.resend')
on conflict do nothing;
