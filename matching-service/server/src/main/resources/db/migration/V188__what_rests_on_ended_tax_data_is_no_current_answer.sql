-- Of every result that rested on tax data whose authorization has ended, also of one that a loan application names: it is not the current answer any more.
create index ended_result_of on ended_result (enterprise_id, ended_at);

-- Of those that were stripped before, only the latest of its enterprise could be taken for it. It is told by what was taken out of it.
insert into ended_result (id, enterprise_id, ended_at)
select r.id, r.enterprise_id, now()
from match_result r
where exists (select 1 from cited_result c where c.result_id = r.id)
  and r.tax_facts = '{}' and r.facts <> '{}' and r.result = without_figures(r.result)
  and not exists (select 1 from match_result newer where newer.enterprise_id = r.enterprise_id and newer.created_at > r.created_at)
on conflict do nothing;
