-- Whoever acts for several enterprises has to know of which one a message is, and to get to its page, where another enterprise's is not found. By the name of when it
-- was told; of what was told before nobody said.
alter table message
    add column enterprise_id   uuid,
    add column enterprise_name text,
    add constraint name_of_an_enterprise check (enterprise_name is null or enterprise_id is not null);
