-- Banks as the user-service knows them; copied so that a product can name its bank without a question.
create table bank (
    id   uuid primary key,
    name text not null unique,
    unique (id, name)
);

create table loan_product (
    id             uuid primary key,
    code           text        not null unique,
    title          text        not null,
    bank_id        uuid        not null,
    bank_name      text        not null,
    product_type   text        not null,
    guarantee      text        not null,
    max_amount_wan numeric(12, 2) check (max_amount_wan > 0),
    term_months    integer check (term_months between 1 and 360),
    rate_text      text        not null,
    summary        text        not null,
    criteria       jsonb       not null,
    rule           jsonb       not null,
    published_by   text        not null,
    source         text        not null,
    confidence     text        not null,
    verified       boolean     not null,
    status         text        not null check (status in ('PUBLISHED', 'SUSPENDED')),
    -- Three slots are the only places on the home page, so a fourth pin cannot be stored.
    pin_slot       smallint unique check (pin_slot between 1 and 3),
    published_at   timestamptz not null,
    version        integer     not null,
    foreign key (bank_id, bank_name) references bank (id, name) on update cascade,
    check (pin_slot is null or status = 'PUBLISHED')
);
create index loan_product_by_bank on loan_product (bank_id, code);
create index loan_product_by_status on loan_product (status, code);
create index loan_product_by_words on loan_product
    using gin ((title || ' ' || bank_name || ' ' || product_type || ' ' || summary) gin_trgm_ops);

-- Fed by user.EnterpriseRegistered.
create table enterprise (
    id               uuid primary key,
    uscc             text        not null,
    name             text        not null,
    town_code        text,
    changed_at       timestamptz not null,
    register_version bigint      not null
);

create table refusal_reason (
    code     text primary key,
    label    text    not null,
    position integer not null unique
);
insert into refusal_reason (code, label, position)
values ('CREDIT_RECORD', '征信记录不符合要求', 10),
       ('TAX_RECORD', '纳税情况不符合要求', 20),
       ('OPERATING_YEARS', '经营年限不足', 30),
       ('REPAYMENT_ABILITY', '还款能力不足', 40),
       ('DEBT_TOO_HIGH', '负债水平过高', 50),
       ('COLLATERAL', '担保或抵押不足', 60),
       ('INDUSTRY', '所属行业不在支持范围', 70),
       ('MATERIALS', '材料不全或不实', 80),
       ('UNREACHABLE', '无法与企业取得联系', 90),
       ('OTHER', '其他原因', 100);

create sequence loan_application_number;

create table loan_application (
    id                   uuid primary key,
    number               text           not null unique,
    product_id           uuid           not null references loan_product,
    product_title        text           not null,
    product_type         text           not null,
    bank_id              uuid           not null references bank,
    bank_name            text           not null,
    enterprise_id        uuid           not null,
    enterprise_name      text           not null,
    town_code            text,
    applicant_id         uuid           not null,
    amount               numeric(14, 2) not null check (amount > 0 and amount <= 1000000000),
    term_months          integer        not null check (term_months between 1 and 360),
    purpose              text           not null,
    kind                 text           not null check (kind in ('FIRST', 'RENEWAL')),
    renews_application_id uuid references loan_application,
    channel              text           not null check (channel in ('PC', 'WECHAT')),
    contact_name         text           not null,
    contact_phone        text           not null,
    match_result_id      uuid,
    consented_at         timestamptz    not null,
    status               text           not null
        check (status in ('SUBMITTED', 'IN_REVIEW', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'SETTLED')),
    submitted_at         timestamptz    not null,
    accepted_at          timestamptz,
    decided_at           timestamptz,
    settled_at           timestamptz,
    granted_amount       numeric(14, 2) check (granted_amount > 0),
    granted_rate         numeric(7, 4) check (granted_rate > 0 and granted_rate <= 24),
    granted_term_months  integer check (granted_term_months between 1 and 360),
    valid_until          date,
    refusal_reason_code  text references refusal_reason,
    refusal_reason       text check (length(trim(refusal_reason)) > 0),
    disbursed_amount     numeric(14, 2) not null default 0 check (disbursed_amount >= 0),
    version              integer        not null,
    constraint renewal_names_an_earlier_loan check ((kind = 'RENEWAL') = (renews_application_id is not null)),
    constraint grant_is_complete_or_absent check (
        (status in ('APPROVED', 'SETTLED'))
            = (num_nonnulls(granted_amount, granted_rate, granted_term_months, valid_until) = 4)
        and num_nonnulls(granted_amount, granted_rate, granted_term_months, valid_until) in (0, 4)),
    constraint grant_within_what_was_asked check (granted_amount <= amount),
    constraint disbursed_within_the_grant check (disbursed_amount <= coalesce(granted_amount, 0)),
    constraint refusal_has_its_reason check (
        (status = 'REFUSED') = (refusal_reason_code is not null and refusal_reason is not null)),
    constraint settled_was_disbursed check (status <> 'SETTLED' or (disbursed_amount > 0 and settled_at is not null))
);
-- One undecided application for a product and an enterprise, however often the button is pressed.
create unique index loan_application_one_open
    on loan_application (enterprise_id, product_id) where status in ('SUBMITTED', 'IN_REVIEW');
-- An enterprise has its first loan once.
create unique index loan_application_one_first_loan
    on loan_application (enterprise_id) where kind = 'FIRST' and status in ('APPROVED', 'SETTLED');
create index loan_application_of_enterprise on loan_application (enterprise_id, submitted_at desc);
create index loan_application_of_bank on loan_application (bank_id, status, submitted_at desc);
create index loan_application_by_time on loan_application (submitted_at desc);
create index loan_application_by_status on loan_application (status, submitted_at desc);
create index loan_application_by_words on loan_application
    using gin ((number || ' ' || enterprise_name || ' ' || product_title) gin_trgm_ops);
create index loan_application_by_product on loan_application (product_id, submitted_at desc);

-- Where an application came from is a fact of its creation.
create function keep_origin() returns trigger language plpgsql as
$$
begin
    raise exception 'channel, number, amount and parties of a loan application never change'
        using errcode = 'integrity_constraint_violation', constraint = 'loan_application_origin_is_kept';
end
$$;
create trigger loan_application_origin_is_kept
    before update on loan_application
    for each row
    when (old.channel is distinct from new.channel
        or old.number is distinct from new.number
        or old.amount is distinct from new.amount
        or old.product_id is distinct from new.product_id
        or old.bank_id is distinct from new.bank_id
        or old.enterprise_id is distinct from new.enterprise_id
        or old.submitted_at is distinct from new.submitted_at)
execute function keep_origin();

create table loan_disbursement (
    id             uuid primary key,
    application_id uuid           not null references loan_application,
    amount         numeric(14, 2) not null check (amount > 0),
    disbursed_on   date           not null,
    recorded_by    uuid           not null,
    recorded_at    timestamptz    not null
);
create index loan_disbursement_of_application on loan_disbursement (application_id, recorded_at);

-- The total on the application is what its disbursements add up to, whichever of the two is written first.
create function check_disbursed_total() returns trigger language plpgsql as
$$
declare
    the_application uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
    if exists (select 1
               from loan_application a
               where a.id = the_application
                 and a.disbursed_amount
                   <> (select coalesce(sum(d.amount), 0) from loan_disbursement d where d.application_id = a.id)) then
        raise exception 'disbursements of % do not add up to its total', the_application
            using errcode = 'check_violation', constraint = 'disbursements_add_up';
    end if;
    return null;
end
$$;
create constraint trigger disbursements_add_up
    after insert or update on loan_disbursement
    deferrable initially deferred
    for each row execute function check_disbursed_total('application_id');
create constraint trigger disbursed_total_adds_up
    after insert or update of disbursed_amount on loan_application
    deferrable initially deferred
    for each row execute function check_disbursed_total('id');

-- What the enterprise and the bank read as the course of an application; only ever added to.
create table loan_application_step (
    id             uuid primary key,
    application_id uuid        not null references loan_application,
    at             timestamptz not null,
    kind           text        not null
        check (kind in ('SUBMITTED', 'ACCEPTED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'DISBURSED', 'SETTLED')),
    actor_id       uuid        not null,
    actor          text        not null,
    note           text
);
create index loan_application_step_of_application on loan_application_step (application_id, at, id);
