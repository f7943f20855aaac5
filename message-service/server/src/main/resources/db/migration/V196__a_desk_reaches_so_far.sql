-- Who is told of a record is who can open it: of which resource it is and in which town it lies. null in resource: however far somebody reaches.
alter table waiting_notice add column resource text;
alter table waiting_notice add column town_code text;
alter table waiting_notice add check (resource is not null or town_code is null);
-- Of claims that wait to be told nobody wrote down the town: those hear who reach all.
update waiting_notice set resource = 'code.claim' where permission in ('code.claim.review', 'code.promise.supervise');
