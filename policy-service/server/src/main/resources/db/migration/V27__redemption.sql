-- What is paid under a policy: a budget, a rule that says how much, a window.
create table redemption_project (
    id               uuid          primary key,
    policy_id        uuid          not null references policy,
    policy_title     text          not null,
    title            text          not null,
    summary          text          not null,
    institution_id   uuid          not null,
    institution_name text          not null,
    kind             text          not null check (kind in ('APPLICATION', 'EXEMPT')),
    rule             jsonb         not null,
    -- Allocated when it is opened; what holds then stands in the ledger.
    budget           numeric(14,2) not null check (budget > 0),
    opens_on         date          not null,
    closes_on        date          not null,
    notice_days      integer       not null check (notice_days between 1 and 60),
    -- Of the projects in a group an enterprise enjoys one a year.
    exclusive_group  text,
    exclusive_year   integer,
    status           text          not null check (status in ('DRAFT', 'OPEN', 'CLOSED')),
    demo             boolean       not null,
    created_by       uuid          not null,
    created_at       timestamptz   not null,
    changed_at       timestamptz   not null,
    version          integer       not null,
    check (opens_on <= closes_on),
    check ((exclusive_group is null) = (exclusive_year is null))
);
create index redemption_project_of_policy on redemption_project (policy_id);
create index redemption_project_of_institution on redemption_project (institution_id, created_at desc);
create index redemption_project_open on redemption_project (closes_on) where status = 'OPEN';

create sequence redemption_number;

create table redemption_application (
    id               uuid          primary key,
    number           text          not null unique,
    project_id       uuid          not null references redemption_project,
    project_title    text          not null,
    kind             text          not null check (kind in ('APPLICATION', 'EXEMPT')),
    policy_id        uuid          not null,
    policy_title     text          not null,
    institution_id   uuid          not null,
    institution_name text          not null,
    exclusive_group  text,
    exclusive_year   integer,
    enterprise_id    uuid          not null,
    enterprise_name  text          not null,
    town_code        text,
    demo             boolean       not null,
    applicant_id     uuid,
    applicant_name   text,
    status           text          not null check (status in ('SUBMITTED', 'SENT_BACK', 'OFFERED', 'IN_NOTICE', 'APPROVED', 'PAYING', 'PAID',
                                                              'PAY_FAILED', 'REJECTED', 'WITHDRAWN', 'DECLINED')),
    basis_claimed    numeric(14,2) check (basis_claimed >= 0),
    basis_recognised numeric(14,2) check (basis_recognised >= 0),
    amount_claimed   numeric(14,2) not null check (amount_claimed > 0),
    amount           numeric(14,2) check (amount > 0),
    explanation      text          not null,
    statement        text          not null,
    file_ids         text[]        not null,
    account_name     text,
    account_bank     text,
    -- Encrypted.
    account_number   text,
    notice_from      date,
    -- Absent also while the days up to it are not arranged.
    notice_until     date,
    reason           text,
    submitted_at     timestamptz   not null,
    changed_at       timestamptz   not null,
    decided_at       timestamptz,
    paid_at          timestamptz,
    version          integer       not null,
    unique (id, project_id),
    check ((account_number is null) = (account_name is null) and (account_number is null) = (account_bank is null)),
    check (account_number is not null or status in ('OFFERED', 'DECLINED')),
    check (amount is not null or status in ('SUBMITTED', 'SENT_BACK', 'REJECTED', 'WITHDRAWN')),
    check (notice_from is not null or status not in ('IN_NOTICE', 'APPROVED', 'PAYING', 'PAID', 'PAY_FAILED')),
    check ((paid_at is not null) = (status = 'PAID')),
    check (status not in ('REJECTED', 'PAY_FAILED') or reason is not null)
);
-- An enterprise is paid once under a project.
create unique index redemption_one_living on redemption_application (project_id, enterprise_id)
    where status not in ('REJECTED', 'WITHDRAWN', 'DECLINED');
-- What excludes each other is enjoyed once a year.
create unique index redemption_one_of_a_group on redemption_application (enterprise_id, exclusive_group, exclusive_year)
    where exclusive_group is not null and status not in ('REJECTED', 'WITHDRAWN', 'DECLINED');
create index redemption_of_project on redemption_application (project_id, status);
create index redemption_of_enterprise on redemption_application (enterprise_id, changed_at desc);
create index redemption_of_institution on redemption_application (institution_id, submitted_at desc);
create index redemption_by_applicant on redemption_application (applicant_id, submitted_at desc, id);
create index redemption_in_notice on redemption_application (notice_until) where status = 'IN_NOTICE';
create index redemption_noticed on redemption_application (notice_from desc, id) where notice_from is not null;
create index redemption_files on redemption_application using gin (file_ids);
create index redemption_by_words on redemption_application
    using gin ((number || ' ' || enterprise_name || ' ' || project_title) gin_trgm_ops);

-- The timeline; with the files that were handed in at that moment.
create table redemption_event (
    id             uuid        primary key,
    application_id uuid        not null references redemption_application on delete cascade,
    at             timestamptz not null,
    kind           text        not null,
    -- Absent: done by the system.
    actor_id       uuid,
    actor          text        not null,
    note           text,
    file_ids       text[]      not null
);
create index redemption_event_of on redemption_event (application_id, at);
create index redemption_event_files on redemption_event using gin (file_ids);

-- Where each yuan of a project is: free, reserved, approved, paid or returned. Written by the ledger's trigger and by nobody else.
create table redemption_budget (
    project_id uuid          primary key references redemption_project,
    allocated  numeric(14,2) not null default 0,
    reserved   numeric(14,2) not null default 0,
    approved   numeric(14,2) not null default 0,
    paid       numeric(14,2) not null default 0,
    returned   numeric(14,2) not null default 0,
    constraint redemption_budget_has_no_debt check (allocated >= 0 and reserved >= 0 and approved >= 0 and paid >= 0 and returned >= 0),
    constraint redemption_budget_is_enough check (reserved + approved + paid + returned <= allocated)
);

-- The ledger: what happened to which money, never changed.
create table redemption_entry (
    id             uuid          primary key,
    seq            bigint        generated always as identity unique,
    project_id     uuid          not null references redemption_project,
    application_id uuid,
    batch_id       uuid,
    kind           text          not null check (kind in ('ALLOCATE', 'RESERVE', 'RELEASE', 'APPROVE', 'PAY', 'RETURN')),
    amount         numeric(14,2) not null check (amount > 0),
    -- Absent: booked by the system.
    actor_id       uuid,
    actor          text          not null,
    note           text,
    at             timestamptz   not null,
    foreign key (application_id, project_id) references redemption_application (id, project_id),
    check ((application_id is null) = (kind in ('ALLOCATE', 'RETURN'))),
    check ((batch_id is not null) = (kind = 'PAY'))
);
-- Nothing happens twice to an application's money: it is reserved once, approved once, paid once.
create unique index redemption_entry_once on redemption_entry (application_id, kind) where application_id is not null;
create index redemption_entry_of_project on redemption_entry (project_id, seq);

create function redemption_project_has_a_budget() returns trigger language plpgsql as $$
begin
    insert into redemption_budget (project_id) values (new.id);
    return null;
end $$;
create trigger redemption_project_has_a_budget after insert on redemption_project
    for each row execute function redemption_project_has_a_budget();

-- Whoever books waits for the project's budget first, so that what is read below is true until the end of the transaction.
create function redemption_entry_counts() returns trigger language plpgsql as $$
declare
    held         numeric(14,2);
    was_approved boolean;
    is_over      boolean;
begin
    perform 1 from redemption_budget where project_id = new.project_id for update;
    if new.application_id is not null and new.kind <> 'RESERVE' then
        select max(e.amount) filter (where e.kind = 'RESERVE'),
               coalesce(bool_or(e.kind = 'APPROVE'), false),
               coalesce(bool_or(e.kind in ('RELEASE', 'PAY')), false)
        into held, was_approved, is_over
        from redemption_entry e
        where e.application_id = new.application_id;
        if held is distinct from new.amount or is_over
            or (new.kind = 'APPROVE' and was_approved) or (new.kind = 'PAY' and not was_approved) then
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
        approved  = b.approved + case when new.kind = 'APPROVE' then new.amount
                                      when new.kind = 'PAY' or (new.kind = 'RELEASE' and was_approved) then -new.amount
                                      else 0 end,
        paid      = b.paid + case when new.kind = 'PAY' then new.amount else 0 end
    where b.project_id = new.project_id;
    return new;
end $$;
create trigger redemption_entry_counts before insert on redemption_entry
    for each row execute function redemption_entry_counts();

create function redemption_ledger_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger of redemption is only ever added to'
        using errcode = 'check_violation', constraint = 'redemption_ledger_stays', table = tg_table_name;
end $$;
create trigger redemption_entry_stays before update or delete on redemption_entry
    for each row execute function redemption_ledger_stays();
create trigger redemption_entries_stay before truncate on redemption_entry
    for each statement execute function redemption_ledger_stays();
-- Only from within the trigger of an entry, or of a new project.
create trigger redemption_budget_follows before insert or update on redemption_budget
    for each row when (pg_trigger_depth() < 1) execute function redemption_ledger_stays();
create trigger redemption_budget_stays before delete on redemption_budget
    for each row execute function redemption_ledger_stays();

-- Within which an application is reviewed.
insert into promise_term (kind, case_class, working_days, warn_after, escalate_after)
values ('REDEMPTION', 'REVIEW', 10, 0.8, '{1,3}');
