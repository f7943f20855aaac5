-- Whose match result is whose is only kept while an application may still be started from it: see MatchResults.
alter table match_result add column matched_at timestamptz;
-- The ids are UUIDv7 and tell when they were made; any other is taken as of today.
update match_result set matched_at = coalesce(uuid_extract_timestamp(id), now());
alter table match_result alter column matched_at set not null;

create index match_result_by_time on match_result (matched_at);
create index match_result_of_enterprise on match_result (enterprise_id, matched_at);
