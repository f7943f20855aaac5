-- Tax data was authorized for matching alone. Drafts took it over unasked, and kept it after the authorization had ended; whoever declares fills it in.
with taken as (
    select d.id, array_agg(f.key) as keys
    from declaration d, jsonb_each(d.prefilled -> 'fields') f
    where d.status = 'DRAFT' and f.value ->> 'source' = 'TAX' and f.value ->> 'value' is not null
    group by d.id)
update declaration d
set answers = jsonb_set(d.answers, '{values}', (d.answers -> 'values') - t.keys),
    prefilled = jsonb_set(d.prefilled, '{fields}', (d.prefilled -> 'fields') - t.keys)
from taken t where t.id = d.id;
