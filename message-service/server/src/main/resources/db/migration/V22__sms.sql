-- 短信 are pushes too: that one was sent stays on record, its text does not.
alter table push_log drop constraint push_log_channel_check;
alter table push_log add constraint push_log_channel_check check (channel in ('IN_SITE', 'SMS'));

-- What the simulator of the local platform "sent". Real messages are never kept: there the text goes to the provider alone.
create table simulated_sms (
    id      uuid        primary key,
    phone   text        not null,
    text    text        not null,
    sent_at timestamptz not null
);
create index simulated_sms_newest on simulated_sms (sent_at desc, id desc);
