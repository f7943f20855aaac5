-- 标签库 and 指标字典 (ADR 0040): departments and the operator keep them and set tags, each as far as the role reaches into enterprises; the finance office reads.
insert into role_permission (role_code, permission)
values ('OFFICER', 'match.tag.read'),
       ('OFFICER', 'match.tag.manage'),
       ('OFFICER', 'match.tag.assign'),
       ('OFFICER', 'match.fact.read'),
       ('OPERATOR', 'match.tag.read'),
       ('OPERATOR', 'match.tag.manage'),
       ('OPERATOR', 'match.tag.assign'),
       ('OPERATOR', 'match.fact.read'),
       ('FINANCE_OFFICE', 'match.tag.read'),
       ('FINANCE_OFFICE', 'match.fact.read')
on conflict do nothing;
