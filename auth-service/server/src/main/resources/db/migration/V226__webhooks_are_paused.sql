-- Why nothing is sent to a webhook: its receiver answered 410, or its owner paused it.
alter table webhook add column disabled_because text check (disabled_because in ('RECEIVER_GONE', 'PAUSED'));
update webhook set disabled_because = 'RECEIVER_GONE' where disabled_at is not null;

-- Why a message is sent no more although its day is not over. What was last answered stays beside it.
alter table webhook_delivery add column ended_because text check (ended_because in ('RECEIVER_GONE', 'PAUSED', 'KEY_ENDED'));
update webhook_delivery d
set ended_because = case when w.disabled_at is null then 'KEY_ENDED' else 'RECEIVER_GONE' end, last_problem = null
from webhook w
where w.id = d.webhook and d.last_problem = 'RECEIVER_DISABLED';
