-- 融资需求: enterprises post, those of a bank who handle applications claim, the finance office sees figures and all without whose they are, and the heads of a
-- bank those that it claimed.
insert into role_permission (role_code, permission)
values ('ENTERPRISE_ADMIN', 'finance.demand.post'),
       ('ENTERPRISE_MEMBER', 'finance.demand.post'),
       ('BANK_OFFICER', 'finance.demand.claim'),
       ('BANK_HEAD', 'finance.demand.read-all'),
       ('FINANCE_OFFICE', 'finance.demand.read-all'),
       ('OPERATOR', 'finance.demand.read-all')
on conflict do nothing;
