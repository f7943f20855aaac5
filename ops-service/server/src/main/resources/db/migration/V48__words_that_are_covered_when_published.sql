-- What else than the enterprise's full name and numbers of persons is covered where an evaluation is published: short names, people. Whoever publishes says it.
alter table evaluation
    add column covered_words text[] not null default '{}',
    add constraint evaluation_covered_words check (cardinality(covered_words) <= 20);
