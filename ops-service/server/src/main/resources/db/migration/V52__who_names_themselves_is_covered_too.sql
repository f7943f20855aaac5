-- Names of whoever evaluated, where they stand in their own words, which others read: their own, and of an anonymous one what is short for the enterprise's; of what was said before nobody looked.
alter table evaluation
    add column own_names text[] not null default '{}' check (cardinality(own_names) <= 50);
