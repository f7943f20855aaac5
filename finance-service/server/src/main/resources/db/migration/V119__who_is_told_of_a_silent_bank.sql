-- A bank that stays silent: its heads, then the finance office too, at last the operators of the platform. What somebody has set is left as it is: everybody at each step.
update promise_term set escalate_after = '{1,3,5}', escalate_to = '{HEADS,OVERSEERS,OPERATORS}'
where version = 0 and escalate_after = '{1,3}';
