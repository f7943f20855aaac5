-- A bank answers within ten working days of the submission, for every kind of loan until somebody says otherwise.
insert into promise_term (kind, case_class, working_days, warn_after, escalate_after)
values ('BANK_ANSWER', 'FIRST', 10, 0.8, '{1,3}'),
       ('BANK_ANSWER', 'RENEWAL', 10, 0.8, '{1,3}');

-- What waits for an answer has it promised from the day on which it came in. The dates are found at the next sweep, by the calendar.
insert into promise (id, kind, case_class, case_id, case_number, about, institution_id, institution_name, town_code,
    handler_id, working_days, warn_after, escalate_after, state, ran, started_at, reckoned_by)
select uuidv7(), term.kind, term.case_class, a.id, a.number, a.enterprise_name || '　' || a.product_title, a.bank_id, a.bank_name,
    a.town_code,
    (select s.actor_id from loan_application_step s
     where s.application_id = a.id and s.kind = 'ACCEPTED' order by s.at desc limit 1),
    term.working_days, term.warn_after, term.escalate_after, 'RUNNING', array[a.submitted_at], a.submitted_at, -1
from loan_application a join promise_term term on term.kind = 'BANK_ANSWER' and term.case_class = a.kind
where a.status in ('SUBMITTED', 'IN_REVIEW');
