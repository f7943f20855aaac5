-- 好差评: who acts for an enterprise evaluates what was done for it; those who handle cases call back, the operator looks after it and publishes.
insert into role_permission (role_code, permission)
values ('ENTERPRISE_ADMIN', 'ops.evaluation.give'),
       ('ENTERPRISE_MEMBER', 'ops.evaluation.give'),
       ('OFFICER', 'ops.evaluation.handle'),
       ('BANK_OFFICER', 'ops.evaluation.handle'),
       ('BANK_HEAD', 'ops.evaluation.handle'),
       ('CODE_REVIEWER', 'ops.evaluation.handle'),
       ('OPERATOR', 'ops.evaluation.review'),
       ('OPERATOR', 'ops.evaluation.publish')
on conflict do nothing;
insert into role_scope (role_code, resource, holder, kind)
values ('OPERATOR', 'ops.evaluation', '', 'ALL'),
       ('CODE_REVIEWER', 'ops.evaluation', '', 'INSTITUTION'),
       ('OFFICER', 'ops.evaluation', '', 'INSTITUTION'),
       ('BANK_OFFICER', 'ops.evaluation', '', 'INSTITUTION'),
       ('BANK_HEAD', 'ops.evaluation', '', 'INSTITUTION');
