-- The source of one policy named its successor by our code; the page names it by its title.
update policy_edition set source = replace(source, '（见N06）', ''),
    rule = case when rule is null then null else jsonb_set(rule, '{source}', to_jsonb(replace(rule ->> 'source', '（见N06）', ''))) end
where source like '%（见N06）%';
