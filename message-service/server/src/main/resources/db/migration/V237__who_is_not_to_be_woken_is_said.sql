-- Until when the quiet hours of a receiver hold a message back; next_try_at alone may also be the time after a failure.
alter table notification_receiver
    add column held_until timestamptz;
