-- A digest, and what a provider could not bring of an operator's text message, go by other ways under an id of their own: nobody can have read them in the inbox meanwhile.
-- The default is for copies of the service of before, which may still be running.
alter table outer_notice add column in_inbox boolean not null default true;
update outer_notice set in_inbox = false where code in ('digest', 'notification');
