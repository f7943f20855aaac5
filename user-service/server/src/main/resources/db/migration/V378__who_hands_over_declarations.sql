-- Heads of departments give declarations that one of their people has to another: who is ill or gone keeps none back.
insert into role_permission (role_code, permission)
select code, 'policy.declaration.assign' from role where code = 'DEPARTMENT_HEAD'
on conflict do nothing;
