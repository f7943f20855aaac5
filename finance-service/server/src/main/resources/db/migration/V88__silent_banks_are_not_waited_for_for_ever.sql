-- The finance office closes a case whose banks are silent beyond their promise; each of them keeps that it did not answer.
alter table coordination_case
    add column closing text check (length(trim(closing)) > 0),
    drop constraint coordination_case_status_check,
    add constraint coordination_case_status_check
        check (status in ('DECLARED', 'RECOMMENDED', 'REJECTED', 'ANSWERED', 'CLOSED', 'WITHDRAWN')),
    drop constraint decided_was_checked,
    add constraint decided_was_checked
        check (status not in ('RECOMMENDED', 'REJECTED', 'ANSWERED', 'CLOSED') or checked_at is not null),
    add constraint closed_has_its_reason check (status <> 'CLOSED' or closing is not null);
alter table coordination_recommendation
    drop constraint coordination_recommendation_status_check,
    add constraint coordination_recommendation_status_check
        check (status in ('PENDING', 'GRANTED', 'REFUSED', 'SERVED', 'LAPSED', 'UNANSWERED'));
