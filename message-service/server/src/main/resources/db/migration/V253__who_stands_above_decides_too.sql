-- What an institution wrote may be approved by people of those above it, too: they are told as well.
alter table waiting_notice add column above boolean not null default false;
