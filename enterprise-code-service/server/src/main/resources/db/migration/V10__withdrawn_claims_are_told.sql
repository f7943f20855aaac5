-- Claims that were withdrawn before it was told: whoever was asked to review them is asked no more.
insert into outbox (id, type, subject, version, occurred_at, data)
select gen_random_uuid(), 'code.CodeClaimWithdrawn', c.id, c.version, s.at,
    jsonb_build_object('claimId', c.id, 'number', c.number, 'enterpriseId', c.enterprise_id, 'applicantId', c.applicant_id,
        'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
from claim c
join claim_step s on s.claim_id = c.id and s.action = 'WITHDRAWN'
where c.status = 'WITHDRAWN';
