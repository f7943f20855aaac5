insert into role_permission (role_code, permission)
values ('ENTERPRISE_ADMIN', 'openapi.own'),
       ('INSTITUTION_ADMIN', 'openapi.own')
on conflict do nothing;
