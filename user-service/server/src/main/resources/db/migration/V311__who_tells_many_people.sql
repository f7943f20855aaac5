-- 消息通知: operators write, and approve what a colleague wrote for many people; the system administrator is a second person where there is one operator.
insert into role_permission (role_code, permission)
values ('OPERATOR', 'message.notification.read'),
       ('OPERATOR', 'message.notification.manage'),
       ('OPERATOR', 'message.notification.approve'),
       ('SYSTEM_ADMIN', 'message.notification.read'),
       ('SYSTEM_ADMIN', 'message.notification.approve'),
       ('AUDIT_ADMIN', 'message.notification.read')
on conflict do nothing;
