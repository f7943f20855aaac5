-- The name of whoever evaluated, where it stands in their own words, which are read by everybody once they are published; of what was said before nobody looked.
alter table evaluation
    add column own_names text[] not null default '{}' check (cardinality(own_names) <= 2);
