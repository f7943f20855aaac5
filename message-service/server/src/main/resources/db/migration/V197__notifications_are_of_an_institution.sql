-- Whose a notification is: those of institutions are seen there and below, and by the platform. Those of before are the platform's.
alter table notification add column institution_id uuid;
create index notification_of_institution on notification (institution_id, created_at desc, id desc) where institution_id is not null;
