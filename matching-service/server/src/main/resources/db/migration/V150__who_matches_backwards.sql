-- Where an enterprise lies and what it does, to ask for those of a town or an industry: copies of the register. Those that are known already get the town with their
-- next event or by `zhengqi rebuild matching`; until then only who reaches the whole district finds them.
alter table enterprise add column town_code text, add column town_name text, add column industry_code text;
update enterprise e set industry_code = f.value #>> '{}'
from fact f where f.enterprise_id = e.id and f.name = 'industryCode' and f.source = 'REGISTER';
create index enterprise_town on enterprise (town_code, id);
create index enterprise_industry on enterprise (industry_code text_pattern_ops, id);

-- Whose product it is: a bank asks for its own. Known from the next publication on, or by `zhengqi rebuild matching`.
alter table library_entry add column bank_id uuid;
