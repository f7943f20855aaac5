insert into role_permission (role_code, permission)
values ('CODE_REVIEWER', 'code.claim.reveal'),
       ('OPERATOR', 'code.claim.reveal'),
       ('OPERATOR', 'finance.application.reveal'),
       ('FINANCE_OFFICE', 'finance.application.reveal')
on conflict do nothing;
