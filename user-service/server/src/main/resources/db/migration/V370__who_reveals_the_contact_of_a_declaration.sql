-- 查看明文 of whom to call about a declaration: for who decides it, with a reason; the enterprise reads of it.
insert into role_permission (role_code, permission)
values ('OFFICER', 'policy.declaration.reveal')
on conflict do nothing;
