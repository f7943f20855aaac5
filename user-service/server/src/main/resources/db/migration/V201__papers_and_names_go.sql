-- Whoever closed their account before names were blanked in what was told of them.
update outbox o
set data = o.data || (select jsonb_object_agg(name, '已注销用户') from unnest(o.names) name), person = null, names = null
from closed_account a
where a.account_id = o.person;

create index enterprise_invitation_created on enterprise_invitation (created_at);
create index institution_application_rejected on institution_application (decided_at) where status = 'REJECTED';
