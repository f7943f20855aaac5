-- What the profile said when a draft was begun, as long as it is one: an answer that is the profile's again is not one that the enterprise changed. Nobody reads it, and it goes
-- when the draft is handed in: what is beside what was handed in has no figure but those that were (V23). Of a draft of today nothing more is known than what it still has.
alter table declaration add column taken jsonb not null default '{"fields": {}}';
update declaration set taken = prefilled where status = 'DRAFT';
