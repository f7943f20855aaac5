-- The list of all demands grows for years: found by words, and read in each order that it offers, without looking at all of them.
create index financing_demand_by_words on financing_demand
    using gin ((number || ' ' || purpose || ' ' || industry || ' ' || town_name) gin_trgm_ops);
create index financing_demand_by_amount on financing_demand (amount desc, id);
create index financing_demand_by_term on financing_demand (term_months desc, id);
create index financing_demand_by_wish on financing_demand (wanted_on desc, id);
create index financing_demand_by_end on financing_demand (expires_on desc, id);
