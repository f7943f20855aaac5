-- 小微融资协调: enterprises declare themselves, officers of towns, departments and banks visit, the finance office checks and recommends, banks answer.
insert into role_permission (role_code, permission)
values ('ENTERPRISE_ADMIN', 'finance.coordination.declare'),
       ('ENTERPRISE_MEMBER', 'finance.coordination.declare'),
       ('OFFICER', 'finance.coordination.visit'),
       ('BANK_OFFICER', 'finance.coordination.visit'),
       ('BANK_OFFICER', 'finance.coordination.answer'),
       ('BANK_HEAD', 'finance.coordination.read'),
       ('FINANCE_OFFICE', 'finance.coordination.visit'),
       ('FINANCE_OFFICE', 'finance.coordination.read'),
       ('FINANCE_OFFICE', 'finance.coordination.manage'),
       ('OPERATOR', 'finance.coordination.read')
on conflict do nothing;

-- Who visits for a town reads what lies in it, who visits for a department what it visited.
insert into role_scope (role_code, resource, holder, kind)
values ('OFFICER', 'finance.application', '', 'INSTITUTION')
on conflict do nothing;
