-- Who may publish what a colleague wrote. Those who manage policies may do both, never both with one draft.
insert into role_permission (role_code, permission)
values ('OFFICER', 'policy.review'),
       ('OPERATOR', 'policy.review')
on conflict do nothing;
