-- Asking the applicant for material does not silence a promise that was broken before: its escalation goes on.
alter table promise
    drop constraint promise_check2,
    add constraint promise_next_while_open check (next_at is null or ended_at is null);
-- The next sweep finds when somebody is told of them.
update promise set reckoned_by = -1 where state = 'PAUSED' and due_at is not null;
