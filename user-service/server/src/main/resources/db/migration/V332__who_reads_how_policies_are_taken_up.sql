-- Departments read the funnels of the policies under which they have projects; the operator those of all, as its role reaches all declarations.
insert into role_permission (role_code, permission)
values ('OFFICER', 'stats.policy-funnel.read'),
       ('OPERATOR', 'stats.policy-funnel.read');
insert into role_scope (role_code, resource, holder, kind)
values ('OPERATOR', 'policy.declaration', '', 'ALL');
