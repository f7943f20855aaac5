-- The banks that were told of a demand when it was posted: what they were asked is over when it ends. Null: it was posted before that was kept.
alter table financing_demand add column told_banks text[];
