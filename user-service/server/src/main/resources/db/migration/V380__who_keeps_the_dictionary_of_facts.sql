-- 指标字典 is data that people edit (ADR 0079): departments and the operator, who write the conditions that name its facts, keep it.
insert into role_permission (role_code, permission)
values ('OFFICER', 'match.fact.manage'),
       ('OPERATOR', 'match.fact.manage')
on conflict do nothing;
