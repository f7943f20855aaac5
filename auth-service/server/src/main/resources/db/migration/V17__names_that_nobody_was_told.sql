-- Who was renamed until now was renamed here alone. It is told once, so that copies, also those that are made anew from the log, have the name of now.
insert into outbox (id, type, subject, version, occurred_at, data)
select gen_random_uuid(), 'auth.AccountRenamed', a.id, a.version, now(),
    jsonb_build_object('accountId', a.id, 'displayName', a.display_name, 'at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
from account a
join (select distinct on (subject) subject, data ->> 'displayName' as name from outbox where type = 'auth.UserRegistered'
    order by subject, seq) told on told.subject = a.id
where told.name <> a.display_name;
