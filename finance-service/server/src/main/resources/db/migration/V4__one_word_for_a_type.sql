-- 科创 and 科创贷款 are one type of product.
update loan_product
set product_type = regexp_replace(product_type, '(^|/)科创(/|$)', '\1科创贷款\2'),
    rule = jsonb_set(rule, '{productType}', to_jsonb(regexp_replace(product_type, '(^|/)科创(/|$)', '\1科创贷款\2')))
where product_type ~ '(^|/)科创(/|$)';
