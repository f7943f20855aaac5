-- Whoever tries out a policy sees by town what would change, and only enterprises of the towns that they reach. What was registered before comes with the
-- next change of its entry, or with a rebuild of the copies.
alter table enterprise add column town_code text;
alter table enterprise add column town_name text;
create index enterprise_by_town on enterprise (town_code);
