-- Files of the first release share bytes by their hash; from now on each has its own, which go with it.
alter table stored_file add column object_key text;
update stored_file set object_key = sha256;
alter table stored_file alter column object_key set not null;
alter table stored_file add check (object_key ~ '^[0-9a-f]{64}$');

create index stored_file_owner on stored_file (owner_id);
create index stored_file_age on stored_file (created_at);
create index stored_file_object on stored_file (object_key);
