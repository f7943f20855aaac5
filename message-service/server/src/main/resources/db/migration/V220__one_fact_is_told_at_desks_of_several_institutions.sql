-- A demand is told at each bank whose products fit: one fact, one permission, several institutions.
alter table waiting_notice drop constraint waiting_notice_pkey;
alter table waiting_notice add constraint waiting_notice_once unique nulls not distinct (event_id, permission, institution_id);
