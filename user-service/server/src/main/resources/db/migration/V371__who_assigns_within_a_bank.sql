-- Heads of a bank and of its branches give applications to their people, and say which branch looks after which towns.
insert into role_permission (role_code, permission)
values ('BANK_HEAD', 'finance.application.assign')
on conflict do nothing;
