-- 好差评: cases of other services that are finished, as far as their evaluation has to know; all of it from events, and made anew from them.
create table finished_case (
    kind             text        not null check (kind in ('LOAN', 'CLAIM', 'DECLARATION', 'REDEMPTION')),
    case_id          uuid        primary key,
    number           text        not null,
    title            text        not null,
    enterprise_id    uuid        not null,
    enterprise_name  text        not null,
    -- Of a claim there is none: who reviews it reaches its town.
    institution_id   uuid,
    institution_name text,
    town_code        text,
    -- The first of its facts that finishes it: a loan is paid out in parts.
    finished_at      timestamptz not null,
    check ((institution_id is null) = (institution_name is null))
);
create index finished_case_of_enterprise on finished_case (enterprise_id, finished_at desc, case_id);

-- Where the enterprise of a claim lies is told when it is handed in, before or after the decision is heard.
create table claim_town (
    claim_id  uuid primary key,
    town_code text not null
);

-- That an enterprise was asked to evaluate, once for each case however often it is told or made anew.
create table evaluation_invitation (
    case_id    uuid        primary key,
    invited_at timestamptz not null
);

create table evaluation (
    id                uuid primary key,
    case_kind         text        not null check (case_kind in ('LOAN', 'CLAIM', 'DECLARATION', 'REDEMPTION')),
    case_id           uuid        not null constraint one_evaluation_of_a_case unique,
    case_number       text        not null,
    title             text        not null,
    enterprise_id     uuid        not null,
    enterprise_name   text        not null,
    institution_id    uuid,
    institution_name  text,
    town_code         text,
    finished_at       timestamptz not null,
    grade             text        not null
        check (grade in ('VERY_SATISFIED', 'SATISFIED', 'FAIR', 'DISSATISFIED', 'VERY_DISSATISFIED')),
    tags              text[]      not null check (cardinality(tags) <= 10),
    words             text check (length(words) between 1 and 500),
    anonymous         boolean     not null,
    channel           text        not null check (channel in ('PC', 'WECHAT')),
    given_by          uuid        not null,
    given_at          timestamptz not null,
    state             text        not null
        check (state in ('GIVEN', 'TO_ANSWER', 'TO_REVIEW', 'TO_EVALUATE_AGAIN', 'EVALUATED_AGAIN', 'LAPSED')),
    -- The promise of the round that runs: what is sent back is promised anew.
    round_id          uuid,
    called_at         timestamptz,
    answer            text check (answer in ('REDONE', 'EXPLAINED')),
    answer_words      text check (length(answer_words) between 1 and 1000),
    answered_by       uuid,
    answered_at       timestamptz,
    passed_at         timestamptz,
    again_until       date,
    again_grade       text
        check (again_grade in ('VERY_SATISFIED', 'SATISFIED', 'FAIR', 'DISSATISFIED', 'VERY_DISSATISFIED')),
    again_words       text check (length(again_words) between 1 and 500),
    again_by          uuid,
    again_at          timestamptz,
    publication       text        not null check (publication in ('UNDECIDED', 'PUBLISHED', 'WITHHELD')),
    published_at      timestamptz,
    version           integer     not null,
    constraint dissatisfied_is_called_back
        check ((state = 'GIVEN') = (grade in ('VERY_SATISFIED', 'SATISFIED', 'FAIR'))),
    constraint answered_to_be_reviewed
        check ((answer is not null) = (answered_at is not null) and (answer is not null) = (answered_by is not null)
            and (answer is not null) = (answer_words is not null)
            and (state <> 'TO_REVIEW' or answer is not null)),
    constraint passed_to_be_evaluated_again
        check ((passed_at is not null) = (state in ('TO_EVALUATE_AGAIN', 'EVALUATED_AGAIN', 'LAPSED'))
            and (passed_at is not null) = (again_until is not null)),
    constraint evaluated_again_once
        check ((again_grade is not null) = (state = 'EVALUATED_AGAIN') and (again_grade is not null) = (again_at is not null)
            and (again_grade is not null) = (again_by is not null) and (again_words is null or again_grade is not null)),
    constraint published_when_settled
        check (publication <> 'PUBLISHED' or (published_at is not null and state in ('GIVEN', 'EVALUATED_AGAIN', 'LAPSED')))
);
create index evaluation_by_time on evaluation (given_at desc, id);
create index evaluation_of_institution on evaluation (institution_id, given_at desc);
create index evaluation_of_town on evaluation (town_code, given_at desc);
create index evaluation_in_state on evaluation (state, given_at desc);
create index evaluation_of_enterprise on evaluation (enterprise_id, given_at desc);
create unique index evaluation_round on evaluation (round_id) where round_id is not null;
create index evaluation_over on evaluation (again_until) where state = 'TO_EVALUATE_AGAIN';
create index evaluation_public on evaluation (published_at desc, id) where publication = 'PUBLISHED';
-- Whoever takes out what is kept of them.
create index evaluation_of_person on evaluation (given_by, given_at desc);

-- What was said stays as it was said.
create function keep_evaluation() returns trigger language plpgsql as
$$
begin
    raise exception 'an evaluation never changes'
        using errcode = 'integrity_constraint_violation', constraint = 'evaluation_is_kept';
end
$$;
create trigger evaluation_is_kept
    before update on evaluation
    for each row
    when (old.case_kind is distinct from new.case_kind
        or old.case_id is distinct from new.case_id
        or old.enterprise_id is distinct from new.enterprise_id
        or old.institution_id is distinct from new.institution_id
        or old.grade is distinct from new.grade
        or old.tags is distinct from new.tags
        or old.words is distinct from new.words
        or old.anonymous is distinct from new.anonymous
        or old.given_at is distinct from new.given_at
        or (old.again_grade is not null and old.again_grade is distinct from new.again_grade)
        or (old.again_at is not null and old.again_words is distinct from new.again_words))
    execute function keep_evaluation();

-- What was done about it, in its order; only added to.
create table evaluation_step (
    id            uuid primary key,
    evaluation_id uuid        not null references evaluation,
    kind          text        not null
        check (kind in ('GIVEN', 'CALLED', 'NOT_REACHED', 'ANSWERED', 'SENT_BACK', 'PASSED', 'EVALUATED_AGAIN', 'LAPSED', 'PUBLISHED', 'WITHHELD')),
    words         text check (length(words) between 1 and 1000),
    -- Of the enterprise no person is named.
    by_name       text,
    at            timestamptz not null
);
create index evaluation_step_of on evaluation_step (evaluation_id, at, id);

insert into promise_term (kind, case_class, working_days, warn_after, escalate_after)
values ('EVALUATION_CALL_BACK', 'CALL_BACK', 5, 0.6, '{2,5}');
