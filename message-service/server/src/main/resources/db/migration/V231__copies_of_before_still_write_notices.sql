-- While the service is exchanged, copies of before write notices too, all of which lie in the inbox but for digests.
alter table outer_notice alter column in_inbox set default true;
