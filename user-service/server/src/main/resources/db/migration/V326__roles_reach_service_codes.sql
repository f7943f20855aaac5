-- Codes of services and venues are of the institution that made them. Roles that institutions made say nothing of them and reach to their own.
insert into role_scope (role_code, resource, kind)
values ('CODE_REVIEWER', 'code.service-code', 'INSTITUTION'),
       ('OPERATOR', 'code.service-code', 'ALL');
