create index match_result_age on match_result (created_at);
