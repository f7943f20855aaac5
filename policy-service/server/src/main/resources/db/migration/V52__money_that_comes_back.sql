-- What was paid can come back: the treasury says so, one person writes it down, another confirms it. It is approved again then, not free; paid again it is by another batch.
alter table redemption_application drop constraint redemption_application_status_check;
alter table redemption_application add constraint redemption_application_status_check
    check (status in ('SUBMITTED', 'SENT_BACK', 'OFFERED', 'IN_NOTICE', 'APPROVED', 'PAYING', 'PAID', 'PAY_FAILED', 'RETURNED', 'REJECTED', 'WITHDRAWN', 'DECLINED'));
alter table redemption_application add constraint redemption_returned_for_a_reason check (status <> 'RETURNED' or reason is not null and notice_from is not null);

alter table redemption_batch_item drop constraint redemption_batch_item_outcome_check;
alter table redemption_batch_item add constraint redemption_batch_item_outcome_check
    check (outcome in ('PENDING', 'PAID', 'FAILED', 'CANCELLED', 'RETURNED'));

create table redemption_return (
    id             uuid          primary key,
    batch_id       uuid          not null,
    application_id uuid          not null,
    institution_id uuid          not null,
    amount         numeric(14,2) not null check (amount > 0),
    -- By which the treasury knows that it came back.
    reference      text          not null,
    reason         text          not null,
    state          text          not null check (state in ('OPEN', 'CONFIRMED', 'REFUSED')),
    told_by        uuid          not null,
    teller         text          not null,
    told_at        timestamptz   not null,
    decided_by     uuid,
    decider        text,
    decided_at     timestamptz,
    answer         text,
    version        integer       not null,
    foreign key (batch_id, application_id) references redemption_batch_item (batch_id, application_id),
    constraint redemption_return_has_four_eyes check (decided_by <> told_by),
    check ((state = 'OPEN') = (decided_by is null) and (decided_by is null) = (decided_at is null) and (decided_by is null) = (decider is null)),
    check (state <> 'REFUSED' or answer is not null)
);
-- A payment comes back once, and is told of by one at a time.
create unique index redemption_return_once on redemption_return (batch_id, application_id) where state <> 'REFUSED';
create index redemption_return_of_application on redemption_return (application_id, told_at desc);
create index redemption_return_of_institution on redemption_return (institution_id, told_at desc);

-- Names of constraints that were given none are PostgreSQL's: they are found by what they say.
do $$
declare
    of_batch text;
begin
    select conname into strict of_batch from pg_constraint
    where conrelid = 'redemption_entry'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%batch_id IS NOT NULL%';
    execute format('alter table redemption_entry drop constraint %I', of_batch);
end $$;
alter table redemption_entry drop constraint redemption_entry_kind_check;
alter table redemption_entry
    add constraint redemption_entry_kind_check check (kind in ('ALLOCATE', 'RESERVE', 'RELEASE', 'APPROVE', 'PAY', 'RETURNED', 'RETURN')),
    add constraint redemption_entry_names_its_batch check ((batch_id is not null) = (kind in ('PAY', 'RETURNED')));
-- Reserved, approved and released it is once; paid, and come back, once with each batch. How they follow each other the trigger holds.
drop index redemption_entry_once;
create unique index redemption_entry_once on redemption_entry (application_id, kind) where kind in ('RESERVE', 'APPROVE', 'RELEASE');
create unique index redemption_entry_once_a_batch on redemption_entry (application_id, kind, batch_id) where batch_id is not null;
create index redemption_entry_of_application on redemption_entry (application_id) where application_id is not null;

create or replace function redemption_entry_counts() returns trigger language plpgsql as $$
declare
    held         numeric(14,2);
    was_approved boolean;
    is_over      boolean;
    is_paid      boolean;
begin
    perform 1 from redemption_budget where project_id = new.project_id for update;
    if new.application_id is not null and new.kind <> 'RESERVE' then
        select max(e.amount) filter (where e.kind = 'RESERVE'),
               coalesce(bool_or(e.kind = 'APPROVE'), false),
               coalesce(bool_or(e.kind = 'RELEASE'), false),
               count(*) filter (where e.kind = 'PAY') > count(*) filter (where e.kind = 'RETURNED')
        into held, was_approved, is_over, is_paid
        from redemption_entry e
        where e.application_id = new.application_id;
        if held is distinct from new.amount or is_over or is_paid <> (new.kind = 'RETURNED')
            or (new.kind = 'APPROVE' and was_approved) or (new.kind = 'PAY' and not was_approved)
            or (new.kind = 'RETURNED' and not exists (
                select 1 from redemption_entry p join redemption_return r on r.application_id = p.application_id and r.batch_id = p.batch_id
                where p.application_id = new.application_id and p.batch_id = new.batch_id and p.kind = 'PAY' and r.state = 'CONFIRMED')) then
            raise exception '% of % does not follow from what is booked of application %', new.kind, new.amount, new.application_id
                using errcode = 'check_violation', constraint = 'redemption_entry_follows', table = 'redemption_entry';
        end if;
    end if;
    update redemption_budget b
    set allocated = b.allocated + case when new.kind = 'ALLOCATE' then new.amount else 0 end,
        returned  = b.returned + case when new.kind = 'RETURN' then new.amount else 0 end,
        reserved  = b.reserved + case when new.kind = 'RESERVE' then new.amount
                                      when new.kind = 'APPROVE' or (new.kind = 'RELEASE' and not was_approved) then -new.amount
                                      else 0 end,
        approved  = b.approved + case when new.kind in ('APPROVE', 'RETURNED') then new.amount
                                      when new.kind = 'PAY' or (new.kind = 'RELEASE' and was_approved) then -new.amount
                                      else 0 end,
        paid      = b.paid + case when new.kind = 'PAY' then new.amount when new.kind = 'RETURNED' then -new.amount else 0 end
    where b.project_id = new.project_id;
    return new;
end $$;
