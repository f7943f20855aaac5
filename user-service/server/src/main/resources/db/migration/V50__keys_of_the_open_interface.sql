insert into role_permission (role_code, permission)
values ('OPERATOR', 'openapi.query'),
       ('OPERATOR', 'openapi.detail'),
       ('OPERATOR', 'openapi.review'),
       ('OPERATOR', 'openapi.revoke'),
       ('OPERATOR', 'openapi.export')
on conflict do nothing;
