-- A text of a notification that a provider could not bring is sent again from 未送达通知 under a push of its own: what is reported of that one counts for its receiver.
alter table notification_receiver
    add column resent_push_id uuid;
create index notification_receiver_resent on notification_receiver (resent_push_id) where resent_push_id is not null;
