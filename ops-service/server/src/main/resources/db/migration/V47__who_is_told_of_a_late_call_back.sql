-- A call-back that is not made: those who review evaluations, at last the operators of the platform. What somebody has set is left as it is: everybody at each step.
update promise_term set escalate_to = '{HEADS,OPERATORS}' where version = 0 and escalate_after = '{2,5}';
