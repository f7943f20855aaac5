-- Who claims a demand answers it within three working days.
insert into promise_term (kind, case_class, working_days, warn_after, escalate_after)
values ('DEMAND_ANSWER', 'DEMAND', 3, 0.6, '{1,3}');
