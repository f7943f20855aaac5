-- A claim that is not reviewed: the heads of those who review, at last the operators of the platform. What somebody has set is left as it is: everybody at each step.
update promise_term set escalate_to = '{HEADS,OPERATORS}' where version = 0 and escalate_after = '{1,2}';
