-- Products of public sources told their rates in words alone, so that no grant was held against them. Where the words are a plain figure they are read as such; 起 says where rates
-- begin and limits nothing above. What was applied for before stays as it was handed in.
alter table loan_product
    drop constraint rates_in_order,
    add constraint rates_in_order check ((max_rate is null or min_rate is not null) and min_rate <= max_rate);

create temporary table said on commit drop as
select p.id, p.rate_text, figures[1]::numeric as min_rate,
       case when figures[3] is null then coalesce(figures[2], figures[1])::numeric end as max_rate
from loan_product p,
     lateral regexp_match(p.rate_text, '^年化 ?(\d+(?:\.\d+)?)%(?:[~–-](\d+(?:\.\d+)?)%)? ?(起)?(?:[(（][^()（）]*[)）])?$') as figures
where p.min_rate is null and figures is not null;

update loan_product p
set min_rate = said.min_rate, max_rate = said.max_rate
from said
where said.id = p.id;

update loan_product_edition e
set terms = e.terms || jsonb_strip_nulls(jsonb_build_object('minRate', said.min_rate, 'maxRate', said.max_rate))
from said
where said.id = e.product_id and e.terms ->> 'rateText' = said.rate_text and e.terms ->> 'minRate' is null;
