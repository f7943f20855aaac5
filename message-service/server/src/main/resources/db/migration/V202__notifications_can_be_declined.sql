-- Operators' notifications go by WeChat and text message to who has not declined them; what everybody has to know goes to all.
alter table notification add column mandatory boolean not null default false;
alter table notification_receiver drop constraint notification_receiver_result_check;
alter table notification_receiver add constraint notification_receiver_result_check
    check (result in ('WAITING', 'TAKEN', 'DELIVERED', 'ACCEPTED', 'FAILED', 'UNCERTAIN', 'NOBODY', 'GONE', 'CANCELLED', 'DECLINED'));
