-- 反向匹配: departments and towns from a policy, the finance office and banks from a product; each as far as the role reaches into enterprises. A bank lies in no town: its
-- people find nobody until somebody who may say so lets a role reach to towns or to the district.
insert into role_permission (role_code, permission)
values ('OFFICER', 'match.reverse.policy'),
       ('FINANCE_OFFICE', 'match.reverse.product'),
       ('BANK_OFFICER', 'match.reverse.product');

insert into role_scope (role_code, resource, holder, kind)
values ('BANK_OFFICER', 'user.enterprise', '', 'INSTITUTION');
