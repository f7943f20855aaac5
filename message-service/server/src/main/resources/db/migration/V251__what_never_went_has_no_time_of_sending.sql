-- What was cancelled before it began has no time of sending, neither a planned one.
update notification set send_at = null where state = 'CANCELLED' and started_at is null;
