-- Policies are declared for by enterprises, and decided by the departments whose projects they are.
insert into role_permission (role_code, permission)
values ('ENTERPRISE_ADMIN', 'policy.declare'),
       ('ENTERPRISE_MEMBER', 'policy.declare'),
       ('OFFICER', 'policy.project.manage'),
       ('OFFICER', 'policy.declaration.handle');

insert into role_scope (role_code, resource, holder, kind)
values ('OFFICER', 'policy.declaration', '', 'INSTITUTION');
