-- A digest, and what a provider could not bring of an operator's text message, go by other ways under an id of their own: nobody can have read them in the inbox meanwhile.
alter table outer_notice add column in_inbox boolean not null default true;
update outer_notice set in_inbox = false where code in ('digest', 'notification');
alter table outer_notice alter column in_inbox drop default;
