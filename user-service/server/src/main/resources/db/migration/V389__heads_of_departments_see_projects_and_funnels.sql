-- Who heads a department answers for its projects, its budgets and what came of its policies: until here they saw only what waits.
insert into role_permission (role_code, permission)
values ('DEPARTMENT_HEAD', 'policy.project.manage'),
       ('DEPARTMENT_HEAD', 'policy.redemption.manage'),
       ('DEPARTMENT_HEAD', 'stats.policy-funnel.read')
on conflict do nothing;

update role set description = '管理和办理本机构的政策申报和兑现，督办办理时限，审批延期'
where code = 'DEPARTMENT_HEAD' and description = '办理本机构的政策申报和兑现，督办办理时限，审批延期';
