-- Of a promise that was broken those hear who work on the case, and their heads: two desks, one fact.
alter table waiting_notice drop constraint waiting_notice_pkey;
alter table waiting_notice add primary key (event_id, permission);
