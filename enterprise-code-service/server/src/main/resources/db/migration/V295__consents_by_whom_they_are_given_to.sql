-- Banks, too, are found by themselves: a new name is shown in each consent.
create index consent_of_receiver on consent (receiver_id) where receiver_id is not null;
drop index consent_of_system;
