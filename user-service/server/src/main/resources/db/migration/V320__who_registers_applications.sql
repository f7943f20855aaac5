-- 接入应用: the system administrator registers what other systems people may sign in to; the audit administrator sees which there are.
insert into role_permission (role_code, permission)
values ('SYSTEM_ADMIN', 'auth.app.read'),
       ('SYSTEM_ADMIN', 'auth.app.manage'),
       ('AUDIT_ADMIN', 'auth.app.read')
on conflict do nothing;
