-- One that cannot be judged is set aside for a while, so that those behind it are. Null again when it was.
alter table promise add column set_aside_until timestamptz;
create index promise_set_aside on promise (set_aside_until) where set_aside_until is not null;
