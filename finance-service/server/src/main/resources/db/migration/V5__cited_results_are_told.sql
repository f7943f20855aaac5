-- From which match result an application was started is a fact of its own now, by which matching keeps the result as long as
-- there is the application; of those that are there it was never told.
insert into outbox (id, type, subject, version, occurred_at, data)
select uuidv7(), 'finance.MatchResultCited', id, version, submitted_at,
       jsonb_build_object('applicationId', id, 'resultId', match_result_id, 'enterpriseId', enterprise_id)
from loan_application
where match_result_id is not null
order by submitted_at;
