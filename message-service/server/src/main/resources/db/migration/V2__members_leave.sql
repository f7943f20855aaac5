-- The version orders what is heard about one membership. Whoever left stays, so that an older fact that comes later changes nothing.
alter table member rename column joined_at to since;
alter table member add column belongs boolean not null default true;
alter table member add column version bigint not null default 0;
