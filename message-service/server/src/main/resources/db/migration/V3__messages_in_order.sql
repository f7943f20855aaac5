-- Per person the numbers follow the order of commits (writers lock), so that a page that comes back misses none.
alter table message add column seq bigint generated always as identity;
create unique index message_in_order on message (account_id, seq);
