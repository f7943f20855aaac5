-- What people are called now, as auth-service tells it: of two that come in the wrong order the later holds.
alter table account_name add column version bigint not null default 0;
