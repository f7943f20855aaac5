-- 小微融资协调: officers of towns and banks visit enterprises, an enterprise is declared (申报清单), checked by the criteria, and recommended to banks that decide.
create sequence coordination_visit_number;
create sequence coordination_case_number;

create table coordination_visit (
    id               uuid primary key,
    number           text        not null unique,
    enterprise_id    uuid        not null,
    enterprise_name  text        not null,
    uscc             text        not null,
    demo             boolean     not null,
    town_code        text        not null,
    town_name        text        not null,
    visited_on       date        not null,
    visitor_id       uuid        not null,
    visitor_name     text        not null,
    institution_id   uuid        not null,
    institution_name text        not null,
    by_bank          boolean     not null,
    amount           numeric(14, 2) check (amount > 0 and amount <= 1000000000),
    term_months      integer check (term_months between 1 and 360),
    purpose          text,
    credit_kind      text check (credit_kind in ('UNSECURED', 'MORTGAGE', 'PLEDGE', 'GUARANTEED')),
    words            text        not null check (length(trim(words)) > 0),
    recorded_at      timestamptz not null,
    constraint visit_need_is_complete_or_absent check (num_nonnulls(amount, term_months, purpose, credit_kind) in (0, 4)),
    -- The same people visit an enterprise once a day: a button pressed twice is one visit.
    constraint visit_once_a_day unique (enterprise_id, visitor_id, visited_on)
);
create index coordination_visit_by_day on coordination_visit (visited_on desc);
create index coordination_visit_of_town on coordination_visit (town_code, visited_on desc);
create index coordination_visit_of_institution on coordination_visit (institution_id, visited_on desc);
create index coordination_visit_of_visitor on coordination_visit (visitor_id, visited_on desc);
create index coordination_visit_by_words on coordination_visit
    using gin ((number || ' ' || enterprise_name || ' ' || uscc || ' ' || town_name || ' ' || visitor_name) gin_trgm_ops);

-- Each edition of the criteria stays as it was: what was checked by it is read by it.
create table coordination_criteria (
    edition         integer primary key check (edition > 0),
    content         jsonb       not null,
    note            text        not null,
    -- Absent for the edition that comes with the platform.
    changed_by      uuid,
    changed_by_name text,
    changed_at      timestamptz not null,
    constraint edition_of_somebody check (num_nonnulls(changed_by, changed_by_name) in (0, 2))
);
insert into coordination_criteria (edition, content, note, changed_at)
values (1, '{"items": [
  {"code": "LAWFUL", "name": "合规经营", "explanation": "企业依法登记、存续经营，无重大违法失信，未列入经营异常名录。", "facts": ["REGISTER_ACTIVE", "NO_MAJOR_VIOLATION"]},
  {"code": "PREMISES", "name": "固定经营场所", "explanation": "有固定的经营场所，走访时在场所内看到实际经营。", "facts": []},
  {"code": "REAL_NEED", "name": "真实融资需求", "explanation": "有真实的融资需求，金额、期限与生产经营相符。", "facts": []},
  {"code": "CREDIT", "name": "信用状况良好", "explanation": "信用状况良好，无被执行记录。", "facts": ["NO_ENFORCEMENT"]},
  {"code": "LAWFUL_PURPOSE", "name": "贷款用途依法合规", "explanation": "贷款用于生产经营，用途符合法律法规和国家政策。", "facts": []}
]}', '随平台提供', now());

create table coordination_case (
    id                uuid primary key,
    number            text           not null unique,
    enterprise_id     uuid           not null,
    enterprise_name   text           not null,
    uscc              text           not null,
    demo              boolean        not null,
    town_code         text           not null,
    town_name         text           not null,
    origin            text           not null check (origin in ('VISIT', 'SELF')),
    visit_id          uuid references coordination_visit,
    -- Where the person works who visited; the enterprise's own people have none.
    institution_id    uuid,
    institution_name  text,
    declared_by       uuid           not null,
    declared_by_name  text           not null,
    amount            numeric(14, 2) not null check (amount > 0 and amount <= 1000000000),
    term_months       integer        not null check (term_months between 1 and 360),
    purpose           text           not null,
    credit_kind       text           not null check (credit_kind in ('UNSECURED', 'MORTGAGE', 'PLEDGE', 'GUARANTEED')),
    words             text,
    contact_name      text           not null,
    contact_phone     text           not null
        constraint coordination_case_phone_encrypted check (contact_phone like 'sm4:%'),
    status            text           not null
        check (status in ('DECLARED', 'RECOMMENDED', 'REJECTED', 'ANSWERED', 'WITHDRAWN')),
    declared_at       timestamptz    not null,
    criteria_edition  integer references coordination_criteria,
    findings          jsonb,
    checked_by        uuid,
    checked_by_name   text,
    checked_at        timestamptz,
    rejection         text check (length(trim(rejection)) > 0),
    ended_at          timestamptz,
    version           integer        not null,
    constraint case_of_a_visit check ((origin = 'VISIT') = (num_nonnulls(visit_id, institution_id, institution_name) = 3)
        and num_nonnulls(visit_id, institution_id, institution_name) in (0, 3)),
    constraint checked_completely_or_not check (
        num_nonnulls(criteria_edition, findings, checked_by, checked_by_name, checked_at) in (0, 5)),
    constraint decided_was_checked check (status not in ('RECOMMENDED', 'REJECTED', 'ANSWERED') or checked_at is not null),
    constraint rejected_has_its_words check ((status = 'REJECTED') = (rejection is not null)),
    constraint case_ended_or_open check ((status in ('DECLARED', 'RECOMMENDED')) = (ended_at is null))
);
-- One open case of an enterprise, whoever declares it and however often.
create unique index coordination_case_one_open on coordination_case (enterprise_id)
    where status in ('DECLARED', 'RECOMMENDED');
create index coordination_case_of_enterprise on coordination_case (enterprise_id, declared_at desc);
create index coordination_case_by_time on coordination_case (declared_at desc);
create index coordination_case_by_status on coordination_case (status, declared_at desc);
create index coordination_case_of_town on coordination_case (town_code, declared_at desc);
create index coordination_case_of_institution on coordination_case (institution_id, declared_at desc);
create index coordination_case_of_visit on coordination_case (visit_id);
create index coordination_case_of_person on coordination_case (declared_by, declared_at desc);
create index coordination_case_by_words on coordination_case
    using gin ((number || ' ' || enterprise_name || ' ' || uscc || ' ' || town_name) gin_trgm_ops);

create table coordination_recommendation (
    id                  uuid primary key,
    case_id             uuid        not null references coordination_case,
    number              text        not null,
    bank_id             uuid        not null references bank,
    bank_name           text        not null,
    recommended_by      uuid        not null,
    recommended_by_name text        not null,
    recommended_at      timestamptz not null,
    status              text        not null check (status in ('PENDING', 'GRANTED', 'REFUSED', 'SERVED', 'LAPSED')),
    officer_id          uuid,
    officer_name        text,
    granted_amount      numeric(14, 2) check (granted_amount > 0 and granted_amount <= 1000000000),
    granted_rate        numeric(7, 4) check (granted_rate > 0 and granted_rate <= 24),
    granted_term_months integer check (granted_term_months between 1 and 360),
    refusal_reason_code text references refusal_reason,
    words               text check (length(trim(words)) > 0),
    decided_at          timestamptz,
    version             integer     not null,
    constraint recommended_once_to_a_bank unique (case_id, bank_id),
    constraint decided_or_pending check ((status = 'PENDING') = (decided_at is null)),
    constraint answered_by_somebody check ((status in ('GRANTED', 'REFUSED', 'SERVED')) = (num_nonnulls(officer_id, officer_name) = 2)
        and num_nonnulls(officer_id, officer_name) in (0, 2)),
    constraint granted_completely_or_not check (
        (status = 'GRANTED') = (num_nonnulls(granted_amount, granted_rate, granted_term_months) = 3)
        and num_nonnulls(granted_amount, granted_rate, granted_term_months) in (0, 3)),
    constraint refused_has_its_reason check ((status = 'REFUSED') = (refusal_reason_code is not null)),
    constraint refused_and_served_say_why check (status not in ('REFUSED', 'SERVED') or words is not null)
);
create index coordination_recommendation_of_bank on coordination_recommendation (bank_id, status, recommended_at desc);
create index coordination_recommendation_by_time on coordination_recommendation (recommended_at desc);
create index coordination_recommendation_of_officer on coordination_recommendation (officer_id);

-- A bank answers a recommendation within as many working days as an application, until somebody says otherwise.
insert into promise_term (kind, case_class, working_days, warn_after, escalate_after)
values ('COORDINATION_ANSWER', 'COORDINATION', 10, 0.8, '{1,3}');
