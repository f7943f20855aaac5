-- Logs are the audit administrator's alone. Nobody changes them.
insert into role_permission (role_code, permission) values
    ('AUDIT_ADMIN', 'ops.audit.read'),
    ('AUDIT_ADMIN', 'message.push-log.read');
