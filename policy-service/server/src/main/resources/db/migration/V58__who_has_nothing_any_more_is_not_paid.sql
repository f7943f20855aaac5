-- Who was counted as paid and from whom all of it came back is told to be not: once for the policy, once for each department.
with gone as (
    delete from policy_step s
    where s.step = 'PAID' and not exists (
        select 1 from policy_paid p join redemption_application a on a.id = p.application_id
        where a.policy_id = s.policy_id and a.enterprise_id = s.enterprise_id and p.amount > 0
          and (s.institution_id is null or a.institution_id = s.institution_id))
    returning policy_id, institution_id),
     told as (select uuidv7() as id, policy_id, institution_id, clock_timestamp() as at from gone)
insert into outbox (id, type, subject, version, occurred_at, data)
select uuidv7(), 'policy.PolicyStepUndone', id, 0, at, jsonb_build_object(
    'id', id, 'policyId', policy_id, 'step', 'PAID', 'institutionId', institution_id, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
from told;

-- What waits for a new account, of each institution.
create index redemption_account_wanted on redemption_application (institution_id, submitted_at desc) where status in ('PAY_FAILED', 'RETURNED');
