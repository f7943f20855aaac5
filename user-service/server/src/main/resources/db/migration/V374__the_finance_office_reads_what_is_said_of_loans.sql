-- 好差评: the finance office reads what enterprises said of the loans of any bank, for it reads their applications. Banks answer for themselves.
insert into role_permission (role_code, permission)
values ('FINANCE_OFFICE', 'ops.evaluation.handle')
on conflict do nothing;
insert into role_scope (role_code, resource, holder, kind)
values ('FINANCE_OFFICE', 'ops.evaluation', '', 'INSTITUTION')
on conflict do nothing;
