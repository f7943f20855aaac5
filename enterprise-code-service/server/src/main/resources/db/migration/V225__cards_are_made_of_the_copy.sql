-- The copy of the register has all that a card shows, so that a scan asks nobody. It is fed by another event than before, which user-service tells of each entry
-- once it has started; until then an entry is null and is asked for.
alter table registered_enterprise add column entry jsonb;

-- Events that fed the copy so far do so no more: a rebuild would miss them.
delete from inbox where handler = 'register-copy';
