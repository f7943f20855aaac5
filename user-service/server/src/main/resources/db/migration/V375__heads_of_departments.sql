-- Who is told when a department's people do not answer in time, who gives more time for a reason, and who looks after all of them.
insert into role (code, name, holders, description)
values ('DEPARTMENT_HEAD', '部门负责人', '{DEPARTMENT,TOWN}', '办理本机构的政策申报和兑现，督办办理时限，审批延期');

insert into role_permission (role_code, permission)
values ('DEPARTMENT_HEAD', 'self'),
       ('DEPARTMENT_HEAD', 'policy.declaration.handle'),
       ('DEPARTMENT_HEAD', 'policy.redemption.handle'),
       ('DEPARTMENT_HEAD', 'policy.promise.supervise'),
       ('OPERATOR', 'policy.promise.oversee')
on conflict do nothing;

insert into role_scope (role_code, resource, holder, kind)
values ('DEPARTMENT_HEAD', 'policy.declaration', '', 'INSTITUTION')
on conflict do nothing;
