insert into role_permission (role_code, permission)
values ('ENTERPRISE_ADMIN', 'policy.favourite'),
       ('ENTERPRISE_MEMBER', 'policy.favourite'),
       ('ENTERPRISE_ADMIN', 'finance.favourite'),
       ('ENTERPRISE_MEMBER', 'finance.favourite');
