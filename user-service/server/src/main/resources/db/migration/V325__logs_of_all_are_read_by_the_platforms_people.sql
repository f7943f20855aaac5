-- 三员分立: what reaches the whole platform, whatever a role's data scope says, is in no role of another institution. Such a role keeps the rest of what it says.
delete from role_permission
where permission in ('user.role.grant-any', 'ops.audit.read', 'auth.signin-log.read', 'message.push-log.read')
  and role_code in (
    select r.code from role r join institution i on i.id = r.institution_id where i.type <> 'OPERATOR');
