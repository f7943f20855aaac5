-- A text message that a provider took and could not bring is undelivered, and can be sent again: what it says stays until the provider has reported, or nobody expects a report any more.
alter table outer_notice
    add column push_id  uuid,
    add column taken_at timestamptz;
alter table outer_notice drop constraint outer_notice_state_check;
alter table outer_notice add constraint outer_notice_state_check
    check (state in ('HELD', 'DIGEST', 'UNDER_WAY', 'TAKEN', 'FAILED', 'UNCERTAIN'));
alter table outer_notice add constraint outer_notice_taken_check check ((taken_at is not null) = (state = 'TAKEN'));
create unique index outer_notice_of_push on outer_notice (push_id) where push_id is not null;
create index outer_notice_taken on outer_notice (taken_at) where taken_at is not null;

alter table notification_receiver add column push_id uuid;
alter table notification_receiver drop constraint notification_receiver_result_check;
alter table notification_receiver add constraint notification_receiver_result_check
    check (result in ('WAITING', 'TAKEN', 'DELIVERED', 'ACCEPTED', 'FAILED', 'UNDELIVERED', 'UNCERTAIN', 'NOBODY', 'GONE', 'CANCELLED', 'DECLINED'));
create unique index notification_receiver_of_push on notification_receiver (push_id) where push_id is not null;
