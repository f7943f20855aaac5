-- A claim is reviewed within three working days, until somebody says otherwise.
insert into promise_term (kind, case_class, working_days, warn_after, escalate_after)
values ('CLAIM_REVIEW', 'FIRST', 3, 0.6, '{1,2}'),
       ('CLAIM_REVIEW', 'RENEWAL', 3, 0.6, '{1,2}');

-- What waits for its review has it promised from the day on which it came in; it stood still while it was sent back. The dates are found at the next sweep,
-- by the calendar.
with course as (
    select c.id, array_agg(s.at order by s.at, s.id) as ran
    from claim c join claim_step s on s.claim_id = c.id and s.action in ('SUBMITTED', 'RETURNED', 'RESUBMITTED')
    where c.status in ('SUBMITTED', 'RETURNED')
    group by c.id
)
insert into promise (id, kind, case_class, case_id, case_number, about, town_code, working_days, warn_after, escalate_after, state,
    ran, started_at, reckoned_by)
select uuidv7(), term.kind, term.case_class, c.id, c.number,
    c.enterprise_name || '　' || case c.kind when 'RENEWAL' then '重新认证' else '首次认证' end, c.town_code,
    term.working_days, term.warn_after, term.escalate_after,
    case c.status when 'SUBMITTED' then 'RUNNING' else 'PAUSED' end,
    course.ran, course.ran[1], -1
from claim c
join course on course.id = c.id
    -- It runs after an odd number of such steps; a claim whose steps say otherwise is left as it is.
    and (cardinality(course.ran) % 2 = 1) = (c.status = 'SUBMITTED')
join promise_term term on term.kind = 'CLAIM_REVIEW' and term.case_class = c.kind;
