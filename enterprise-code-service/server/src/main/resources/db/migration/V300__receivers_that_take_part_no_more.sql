-- A bank or an owner of systems that takes part no more: what was allowed to it can be taken back, and is given no more.
create table receiver_left (
    receiver_id uuid        primary key,
    at          timestamptz not null
);
