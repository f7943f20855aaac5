-- What is not on the shelf is known too, so that an older publication that comes later does not put it back.
alter table library_entry alter column rule drop not null;
alter table library_entry add check (not listed or rule is not null);

-- Moved by every change in its own transaction: who reads it after a commit sees another number, in whatever order clocks ran.
create table library_revision (
    one    boolean primary key default true check (one),
    number bigint  not null
);
insert into library_revision (number) select count(*) from library_entry;

drop index library_entry_changed;
alter table library_entry drop column changed_at;
