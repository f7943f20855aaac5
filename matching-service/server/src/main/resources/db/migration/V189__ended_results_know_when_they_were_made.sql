-- What is older than a result that used tax data is not the current answer once that data has gone; what was made between its day and its end is.
alter table ended_result add column made_at timestamptz;
update ended_result e set made_at = coalesce((select r.created_at from match_result r where r.id = e.id), e.ended_at);
alter table ended_result alter column made_at set not null;
drop index ended_result_of;
create index ended_result_of on ended_result (enterprise_id, made_at);
