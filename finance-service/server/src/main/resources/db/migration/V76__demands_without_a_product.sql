-- 融资需求: an enterprise says what it needs, banks that fit claim it without knowing who it is, and answer with offers of which one is chosen.
create sequence financing_demand_number;

create table financing_demand (
    id                 uuid primary key,
    number             text           not null unique,
    enterprise_id      uuid           not null,
    enterprise_name    text           not null,
    uscc               text           not null,
    demo               boolean        not null,
    town_code          text           not null,
    town_name          text           not null,
    -- As far as a bank is told that does not know whose it is: the section, and what the capital lies between.
    industry           text           not null,
    size               text           not null,
    poster_id          uuid           not null,
    amount             numeric(14, 2) not null check (amount > 0 and amount <= 1000000000),
    term_months        integer        not null check (term_months between 1 and 360),
    purpose            text           not null,
    purpose_in_words   text           not null,
    note               text,
    guarantees         text[]         not null check (guarantees <@ '{MORTGAGE,PLEDGE,GUARANTOR}'),
    wanted_on          date           not null,
    contact_name       text           not null,
    contact_phone      text           not null
        constraint financing_demand_phone_encrypted check (contact_phone like 'sm4:%'),
    channel            text           not null check (channel in ('PC', 'WECHAT')),
    status             text           not null check (status in ('OPEN', 'CHOSEN', 'WITHDRAWN', 'EXPIRED')),
    posted_at          timestamptz    not null,
    expires_on         date           not null,
    ended_at           timestamptz,
    application_id     uuid unique references loan_application,
    version            integer        not null,
    constraint ended_or_open check ((status = 'OPEN') = (ended_at is null)),
    constraint chosen_became_an_application check ((status = 'CHOSEN') = (application_id is not null))
);
create index financing_demand_of_enterprise on financing_demand (enterprise_id, posted_at desc);
create index financing_demand_by_time on financing_demand (posted_at desc);
create index financing_demand_of_town on financing_demand (town_code, posted_at desc);
create index financing_demand_open on financing_demand (expires_on) where status = 'OPEN';
-- Whoever takes out what is kept of them.
create index financing_demand_of_poster on financing_demand (poster_id, posted_at desc);

-- Banks decide by what was posted: it can be taken back, and not changed.
create function keep_demand() returns trigger language plpgsql as
$$
begin
    raise exception 'what a financing demand asks for never changes'
        using errcode = 'integrity_constraint_violation', constraint = 'financing_demand_is_kept';
end
$$;
create trigger financing_demand_is_kept
    before update on financing_demand
    for each row
    when (old.number is distinct from new.number
        or old.enterprise_id is distinct from new.enterprise_id
        or old.amount is distinct from new.amount
        or old.term_months is distinct from new.term_months
        or old.purpose_in_words is distinct from new.purpose_in_words
        or old.guarantees is distinct from new.guarantees
        or old.wanted_on is distinct from new.wanted_on
        or old.channel is distinct from new.channel
        or old.posted_at is distinct from new.posted_at
        or old.expires_on is distinct from new.expires_on)
execute function keep_demand();

create table give_back_reason (
    code     text primary key,
    label    text    not null,
    position integer not null unique
);
insert into give_back_reason (code, label, position)
values ('AMOUNT', '金额超出本机构可支持范围', 10),
       ('TERM', '期限无合适产品', 20),
       ('GUARANTEE', '担保方式无合适产品', 30),
       ('INDUSTRY', '所属行业不在支持范围', 40),
       ('INFORMATION', '信息不足，无法判断', 50),
       ('QUOTA', '本机构当前额度或人手不足', 60),
       ('OTHER', '其他原因', 70);

create table demand_claim (
    id                     uuid primary key,
    demand_id              uuid        not null references financing_demand,
    number                 text        not null,
    bank_id                uuid        not null references bank,
    bank_name              text        not null,
    officer_id             uuid        not null,
    officer_name           text        not null,
    status                 text        not null
        check (status in ('CLAIMED', 'OFFERED', 'GIVEN_BACK', 'CHOSEN', 'NOT_CHOSEN', 'LAPSED')),
    claimed_at             timestamptz not null,
    product_id             uuid,
    product_edition        integer,
    product_title          text,
    offered_amount         numeric(14, 2) check (offered_amount > 0),
    offered_rate           numeric(7, 4) check (offered_rate > 0 and offered_rate <= 24),
    offered_term_months    integer check (offered_term_months between 1 and 360),
    offered_until          date,
    offer_words            text,
    offered_at             timestamptz,
    give_back_reason_code  text references give_back_reason,
    give_back_reason       text,
    agreed_at              timestamptz,
    agreed_by              uuid,
    agreement_withdrawn_at timestamptz,
    ended_at               timestamptz,
    version                integer     not null,
    -- A bank claims a demand once, however many of its officers press the button.
    constraint demand_claim_once_a_bank unique (demand_id, bank_id),
    constraint offer_is_of_an_edition foreign key (product_id, product_edition) references loan_product_edition,
    constraint offer_is_complete_or_absent check (num_nonnulls(product_id, product_edition, product_title, offered_amount,
        offered_rate, offered_term_months, offered_until, offered_at) in (0, 8)),
    constraint offered_has_its_offer check (status not in ('OFFERED', 'CHOSEN') or offered_at is not null),
    constraint given_back_has_its_reason check ((status = 'GIVEN_BACK') = (give_back_reason_code is not null)),
    constraint agreed_by_somebody check (num_nonnulls(agreed_at, agreed_by) in (0, 2)),
    constraint claim_ended_or_open check ((status in ('CLAIMED', 'OFFERED')) = (ended_at is null))
);
create unique index demand_claim_one_chosen on demand_claim (demand_id) where status = 'CHOSEN';
create index demand_claim_of_bank on demand_claim (bank_id, claimed_at desc);
create index demand_claim_of_officer on demand_claim (officer_id);
create index demand_claim_offered on demand_claim (offered_until) where status = 'OFFERED';
