-- A webhook that its owner removed keeps its row, as the history of what was sent needs one, and no secret. Set up anew it is the same row, so that no fact is told twice.
alter table webhook
    drop constraint webhook_disabled_because_check,
    add constraint webhook_disabled_because_check check (disabled_because in ('RECEIVER_GONE', 'PAUSED', 'REMOVED')),
    alter column secret drop not null,
    add constraint webhook_without_secret_is_removed check (secret is not null or (disabled_at is not null and disabled_because = 'REMOVED'));

alter table webhook_delivery
    drop constraint webhook_delivery_ended_because_check,
    add constraint webhook_delivery_ended_because_check check (ended_because in ('RECEIVER_GONE', 'PAUSED', 'REMOVED', 'KEY_ENDED'));
