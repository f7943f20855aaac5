-- Conditions from the editor of which some are asked for stood under a number of ours ("g1"), which people read as their heading. How they belong together was not kept:
-- the heading says that they do, and what is published from now on says how.
update loan_product set criteria = regexp_replace(criteria::text, '"group": "g([0-9]+)"', '"group": "组合条件（\1）"', 'g')::jsonb
where criteria::text ~ '"group": "g[0-9]+"';
update loan_product_edition set terms = regexp_replace(terms::text, '"group": "g([0-9]+)"', '"group": "组合条件（\1）"', 'g')::jsonb
where terms::text ~ '"group": "g[0-9]+"';
