-- 金融内容, 金融活动: the finance office and the operators write, review what others wrote, and look after activities; enterprises sign up.
insert into role_permission (role_code, permission)
select role, permission
from unnest(array ['FINANCE_OFFICE', 'OPERATOR']) role,
     unnest(array ['finance.news.edit', 'finance.news.review', 'finance.activity.manage']) permission
on conflict do nothing;
insert into role_permission (role_code, permission)
values ('ENTERPRISE_ADMIN', 'finance.activity.sign-up'),
       ('ENTERPRISE_MEMBER', 'finance.activity.sign-up')
on conflict do nothing;
