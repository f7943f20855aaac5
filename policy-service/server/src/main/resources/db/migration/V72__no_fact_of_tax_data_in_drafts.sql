-- What is reckoned from tax data tells of it: drafts that took such a fact over before that was known lose it as they lost the data itself (V63), and say at which
-- fields, so that whoever opens them fills them in. Today this is one fact. A page that is open with the old draft has to look again.
alter table declaration add column tax_emptied text[] not null default '{}';

with taken as (
    select d.id, array_agg(distinct o.key order by o.key) as keys
    from declaration d
    join declaration_form f on f.project_id = d.project_id and f.version = d.form_version
    cross join lateral jsonb_path_query(f.form, '$.groups[*].fields[*]') field
    join lateral jsonb_each(d.prefilled -> 'fields') o on o.key = field ->> 'key'
    where d.status = 'DRAFT' and o.value ->> 'value' is not null
      and (field ->> 'fact' = 'smallLowProfit' or o.value ->> 'source' = 'TAX')
    group by d.id)
update declaration d
set answers = jsonb_set(d.answers, '{values}', (d.answers -> 'values') - t.keys),
    prefilled = jsonb_set(d.prefilled, '{fields}', (d.prefilled -> 'fields') - t.keys),
    tax_emptied = t.keys,
    version = d.version + 1
from taken t where t.id = d.id;
