-- By what the answer was made, besides the request: an answer of before this is told again as it was, for the week that it is kept.
alter table idempotency_key add column standing bytea;
