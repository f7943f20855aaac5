-- What one of the platform's operators wrote waits for another of them: not for who wrote it, nor for people of institutions who may decide there.
alter table waiting_notice
    add column operators text   not null default 'TOO' check (operators in ('TOO', 'LAST', 'ALONE')),
    add column without   uuid[] not null default '{}';
update waiting_notice set operators = 'LAST' where others_first;
alter table waiting_notice drop column others_first;
