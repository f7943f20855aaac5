-- Who counts for several departments counts an enterprise under the projects of two of them once. What was told before did not say where else it counts: of each
-- department but the first that is taken back and told anew.
with office as (
    select policy_id, step, enterprise_id, institution_id,
        array_agg(institution_id) over (partition by policy_id, step, enterprise_id order by institution_id rows between unbounded preceding and 1 preceding) as elsewhere
    from policy_step where institution_id is not null),
     again as (
    select uuidv7() as undone, uuidv7() as taken, policy_id, step, institution_id, elsewhere, clock_timestamp() as at
    from office where elsewhere is not null),
     told as (
    select undone as id, 'policy.PolicyStepUndone' as type, at, jsonb_build_object(
        'id', undone, 'policyId', policy_id, 'step', step, 'institutionId', institution_id, 'elsewhere', '[]'::jsonb,
        'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) as data from again
    union all
    select taken, 'policy.PolicyStepTaken', at, jsonb_build_object(
        'id', taken, 'policyId', policy_id, 'step', step, 'institutionId', institution_id, 'newToPolicy', false, 'newToInstitution', true,
        'elsewhere', to_jsonb(elsewhere), 'amount', null, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) from again)
insert into outbox (id, type, subject, version, occurred_at, data)
select uuidv7(), type, id, 0, at, data from told order by at;
