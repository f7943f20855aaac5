-- Telling many enterprises of a policy is more than looking at who qualifies: it has a permission of its own, which who could do it so far keeps.
insert into role_permission (role_code, permission)
select role_code, 'match.policy.push' from role_permission where permission = 'match.reverse.policy'
on conflict do nothing;
