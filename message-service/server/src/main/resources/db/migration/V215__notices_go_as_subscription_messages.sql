-- A notice can go as a subscription message of WeChat too, to one of which its receiver has agreed: between a template message and a text message.
alter table push_log drop constraint push_log_channel_check;
alter table push_log add constraint push_log_channel_check check (channel in ('IN_SITE', 'SMS', 'WECHAT', 'SUBSCRIPTION'));

alter table waiting_wechat_notice add column way text not null default 'WECHAT' check (way in ('WECHAT', 'SUBSCRIPTION'));
alter table waiting_wechat_notice alter column way drop default;

alter table waiting_notice add column subscription text check (length(subscription) between 1 and 100);

alter table notice_template_version drop constraint notice_template_version_ways_check;
alter table notice_template_version add constraint notice_template_version_ways_check
    check ('IN_SITE' = any (ways) and ways <@ array['IN_SITE', 'WECHAT', 'SUBSCRIPTION', 'SMS']);

alter table message_choice drop constraint message_choice_declined_check;
alter table message_choice add constraint message_choice_declined_check check (declined <@ array['WECHAT', 'SUBSCRIPTION', 'SMS']);

alter table outer_notice add column subscription text check (length(subscription) between 1 and 100);
alter table outer_notice drop constraint outer_notice_ways_check;
alter table outer_notice add constraint outer_notice_ways_check check (ways <@ array['WECHAT', 'SUBSCRIPTION', 'SMS']);
alter table outer_notice drop constraint outer_notice_failed_check;
alter table outer_notice add constraint outer_notice_failed_check check (failed <@ array['WECHAT', 'SUBSCRIPTION', 'SMS']);
-- Several of its conditions have no name of their own: found by what it says.
do $$
declare
    one text;
begin
    select conname into strict one from pg_constraint
    where conrelid = 'outer_notice'::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ 'we_chat IS NOT NULL';
    execute format('alter table outer_notice drop constraint %I', one);
end $$;
alter table outer_notice add constraint outer_notice_says_something check (num_nonnulls(we_chat, subscription, sms) > 0);
