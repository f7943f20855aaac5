insert into promise_term (kind, case_class, working_days, warn_after, escalate_after)
values ('ANSWER', 'USUAL', 10, 0.8, '{1,3}');
