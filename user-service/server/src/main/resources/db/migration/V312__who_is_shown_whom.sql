-- Who represents an enterprise and where it sits is ruled by now wherever it is shown: a role that keeps it from somebody in 企业信息 keeps it from them there, too.
insert into role_field (role_code, field, rule)
select said.role_code, shown.field, said.rule
from role_field said
join (values
    ('user.enterprise.legal-rep', 'code.claim.legal-rep'),
    ('user.enterprise.legal-rep', 'code.card.legal-rep'),
    ('user.enterprise.legal-rep', 'finance.application.legal-rep'),
    ('user.enterprise.address', 'code.claim.address'),
    ('user.enterprise.address', 'code.card.address'),
    ('user.enterprise.address', 'finance.application.address')) shown (also, field) on shown.also = said.field
where said.rule in ('HIDDEN', 'MASKED')
on conflict do nothing;
