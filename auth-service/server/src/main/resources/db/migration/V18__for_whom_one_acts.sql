-- The enterprise that the person chose in this sign-in; absent: the one joined last. Whether they still belong to it user-service says.
alter table signed_in_session add column enterprise_id uuid;
