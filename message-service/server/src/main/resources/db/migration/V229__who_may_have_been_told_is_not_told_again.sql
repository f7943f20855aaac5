-- Since when WeChat may have a note of which no answer came: for ten minutes it knows its id again, after that it would show it twice. None: it was never asked for it, or what was asked for has not gone out.
-- Under which push is on record what was tried: chosen before something is handed over, so that what is answered or reported later finds it, whatever becomes of the copy that handed it over.
alter table waiting_wechat_notice
    add column unanswered_since timestamptz,
    add column push_id          uuid not null default uuidv7();
update waiting_wechat_notice set unanswered_since = now() where tries > 0;
alter table notification_receiver add column unanswered_since timestamptz;
update notification_receiver set unanswered_since = now() where channel = 'WECHAT' and result = 'WAITING' and tries > 0;

alter table waiting_text_notice add column push_id uuid;
