-- Which of two choices is the later one is counted. What was told of so far had the microseconds of its moment as its version: it goes on from there.
alter table recommendation_choice add column version bigint;
update recommendation_choice set version = (extract(epoch from changed_at) * 1000000)::bigint;
alter table recommendation_choice alter column version set default 1;
alter table recommendation_choice alter column version set not null;
alter table recommendation_choice add constraint recommendation_choice_version check (version > 0);
