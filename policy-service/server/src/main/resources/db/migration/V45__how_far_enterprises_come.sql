-- Which enterprise took which step under which policy, so that each is told once to who counts: under the policy (no institution), and under each department's projects.
create table policy_step (
    policy_id      uuid        not null references policy,
    step           text        not null check (step in ('OPENED', 'FILED', 'APPROVED', 'PAID')),
    institution_id uuid,
    enterprise_id  uuid        not null,
    at             timestamptz not null,
    unique nulls not distinct (policy_id, step, institution_id, enterprise_id),
    check (institution_id is null or step <> 'OPENED')
);
create index policy_step_of_enterprise on policy_step (enterprise_id) where step = 'OPENED';

-- What of each application's money was told: the ledger less this is still to be told, whatever was heard of it.
create table policy_paid (
    application_id uuid           primary key references redemption_application,
    amount         numeric(14, 2) not null
);

-- Whether it is counted which policies an enterprise opens: not where personalised recommendations are switched off. Kept by the events of matching-service.
create table reading_choice (
    enterprise_id uuid    primary key,
    counted       boolean not null,
    version       bigint  not null
);

-- What was done before is told now, as it happened.
insert into outbox (id, type, subject, version, occurred_at, data)
select uuidv7(), 'policy.PolicyProjectOpened', id, version, changed_at, jsonb_build_object(
    'projectId', id, 'policyId', policy_id, 'institutionId', institution_id, 'institutionName', institution_name, 'at', to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
from (select id, policy_id, institution_id, institution_name, changed_at, version from declaration_project where status <> 'DRAFT'
      union all select id, policy_id, institution_id, institution_name, changed_at, version from redemption_project where status <> 'DRAFT') project
order by changed_at;

create temporary table step_of_before on commit drop as
select policy_id, step, institution_id, enterprise_id, min(at) as at, sum(amount) as amount
from (
    select policy_id, 'FILED' as step, institution_id, enterprise_id, submitted_at as at, null::numeric as amount from declaration where submitted_at is not null
    union all select policy_id, 'APPROVED', institution_id, enterprise_id, decided_at, null from declaration where status = 'APPROVED'
    union all select policy_id, 'FILED', institution_id, enterprise_id, submitted_at, null from redemption_application where status not in ('OFFERED', 'DECLINED')
    union all select a.policy_id, case e.kind when 'PAY' then 'PAID' else 'APPROVED' end, a.institution_id, a.enterprise_id, e.at, case e.kind when 'PAY' then e.amount end
        from redemption_application a join redemption_entry e on e.application_id = a.id and e.kind in ('APPROVE', 'PAY')) did
group by policy_id, step, institution_id, enterprise_id;

insert into policy_paid (application_id, amount)
select application_id, sum(amount) from redemption_entry where kind = 'PAY' group by application_id;

insert into policy_step (policy_id, step, institution_id, enterprise_id, at)
select policy_id, step, institution_id, enterprise_id, at from step_of_before
union all select policy_id, step, null, enterprise_id, min(at) from step_of_before group by policy_id, step, enterprise_id;

insert into outbox (id, type, subject, version, occurred_at, data)
select uuidv7(), 'policy.PolicyStepTaken', id, 0, at, jsonb_build_object(
    'id', id, 'policyId', policy_id, 'step', step, 'institutionId', institution_id, 'newToPolicy', new_to_policy, 'newToInstitution', true, 'amount', amount,
    'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
from (select uuidv7() as id, *, row_number() over (partition by policy_id, step, enterprise_id order by at, institution_id) = 1 as new_to_policy from step_of_before) told
order by at;
