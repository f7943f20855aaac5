-- 时限看板 is ordered by when a case began, too.
create index promise_started on promise (kind, started_at) where ended_at is null;
