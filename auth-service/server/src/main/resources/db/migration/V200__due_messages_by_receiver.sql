-- Messages are claimed receiver by receiver, a few of each.
create index webhook_delivery_due_of on webhook_delivery (webhook, next_try_at) where status = 'PENDING';
