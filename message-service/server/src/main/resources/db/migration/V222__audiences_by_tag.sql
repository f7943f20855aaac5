-- Of the tags by which an audience was chosen, what they were called then: a tag is renamed and retired later, what was told stays readable.
alter table notification add column chosen_tags jsonb not null default '{"tags": []}';
-- Its time has come, but nobody says who has a tag or is of a size: how often that was asked in vain, and when it is asked again.
alter table notification add column start_tries int not null default 0;
alter table notification add column start_after timestamptz;
