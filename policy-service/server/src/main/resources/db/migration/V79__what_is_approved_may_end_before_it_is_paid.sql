-- What is approved may end before it is paid: the department says why, and what was held for it is free again. It counts against nothing any more.
alter table redemption_application drop constraint redemption_application_status_check;
alter table redemption_application
    add constraint redemption_application_status_check
        check (status in ('SUBMITTED', 'SENT_BACK', 'OFFERED', 'IN_NOTICE', 'APPROVED', 'PAYING', 'PAID', 'PAY_FAILED', 'RETURNED', 'REJECTED', 'WITHDRAWN', 'DECLINED', 'ENDED')),
    add constraint redemption_ended_for_a_reason check (status <> 'ENDED' or reason is not null and notice_from is not null);

drop index redemption_one_living;
create unique index redemption_one_living on redemption_application (project_id, enterprise_id)
    where status not in ('REJECTED', 'WITHDRAWN', 'DECLINED', 'ENDED');
drop index redemption_one_of_a_group;
create unique index redemption_one_of_a_group on redemption_application (enterprise_id, exclusive_group, exclusive_year)
    where exclusive_group is not null and status not in ('REJECTED', 'WITHDRAWN', 'DECLINED', 'ENDED');

-- It may be taken out of a batch that nobody has approved: the row stays and says why, and counts in no sum.
alter table redemption_batch_item drop constraint redemption_batch_item_outcome_check;
alter table redemption_batch_item
    add constraint redemption_batch_item_outcome_check check (outcome in ('PENDING', 'PAID', 'FAILED', 'CANCELLED', 'RETURNED', 'REMOVED')),
    add constraint redemption_batch_item_removed_for_a_reason check (outcome <> 'REMOVED' or reason is not null);

-- Who was found by the conditions alone is held against them once more before money goes: each result as it was, and who decided over it that it is paid all the same.
create table redemption_check (
    id             uuid        primary key,
    seq            bigint      generated always as identity unique,
    application_id uuid        not null references redemption_application,
    at             timestamptz not null,
    standing       jsonb       not null,
    audience       jsonb,
    -- Why it does not fit any more; absent where it does.
    against        text,
    kept_by        uuid,
    keeper         text,
    kept_at        timestamptz,
    kept_reason    text,
    version        integer     not null,
    check ((kept_by is null) = (keeper is null) and (kept_by is null) = (kept_at is null) and (kept_by is null) = (kept_reason is null)),
    constraint redemption_check_kept_against_something check (kept_by is null or against is not null)
);
create index redemption_check_of_application on redemption_check (application_id, seq desc);
