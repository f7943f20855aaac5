-- Roles that institutions made could hold what is for people of enterprises. It opened nothing to them, for they act for none; from now on it is refused.
delete from role_permission p
using role r
where r.code = p.role_code
  and (r.institution_id is not null or cardinality(r.holders) > 0)
  and p.permission in ('enterprise.own', 'enterprise.members', 'enterprise.consent', 'code.claim', 'code.own.manage', 'match.report.issue',
    'policy.declare', 'policy.favourite', 'policy.redemption.apply', 'finance.apply', 'finance.favourite', 'finance.demand.post');
