-- 系统消息: operators word what people are told of events; the system administrator stands in for them, and the auditor reads.
insert into role_permission (role_code, permission)
values ('OPERATOR', 'message.template.read'),
       ('OPERATOR', 'message.template.manage'),
       ('SYSTEM_ADMIN', 'message.template.read'),
       ('SYSTEM_ADMIN', 'message.template.manage'),
       ('AUDIT_ADMIN', 'message.template.read')
on conflict do nothing;
