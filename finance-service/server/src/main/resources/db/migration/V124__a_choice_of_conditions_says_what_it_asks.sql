-- Conditions from the editor of which some are asked for stood under a number of ours ("g1"), which people read as their heading.
create or replace function pg_temp.said(told jsonb, rule jsonb) returns jsonb language sql immutable as $$
    select regexp_replace(
        told::text, '"group": "g([0-9]+)"',
        case when rule::text like '%atLeast%' then '"group": "满足其中若干项（\1）"' else '"group": "满足其一即可（\1）"' end, 'g')::jsonb
$$;

update loan_product set criteria = pg_temp.said(criteria, rule) where criteria::text ~ '"group": "g[0-9]+"';
update loan_product_edition set terms = pg_temp.said(terms, terms) where terms::text ~ '"group": "g[0-9]+"';
