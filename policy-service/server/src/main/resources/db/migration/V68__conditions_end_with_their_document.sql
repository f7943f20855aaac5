-- Where no day of its own was entered for matching, conditions hold as long as their document: so it is for what is published from now on, and so for what is published already.
-- Of those that came with the platform none is concerned: each says its own days. What changes is told again after the migrations.
update policy_edition
set rule = jsonb_set(rule, '{validity,to}', to_jsonb(valid_to))
where publication = 'PUBLISHED' and rule is not null and valid_to is not null and rule #>> '{validity,to}' is null
  and coalesce((rule #>> '{validity,from}')::date, valid_to) <= valid_to;

update policy_edition
set rule = jsonb_set(rule, '{validity,from}', to_jsonb(effective_from))
where publication = 'PUBLISHED' and rule is not null and effective_from is not null and rule #>> '{validity,from}' is null
  and coalesce((rule #>> '{validity,to}')::date, effective_from) >= effective_from;
