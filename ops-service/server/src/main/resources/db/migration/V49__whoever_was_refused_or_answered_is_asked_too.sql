-- 好差评 of what ended with a bank's answer to a demand or to a recommendation, and of claims that were rejected.
alter table finished_case
    drop constraint finished_case_kind_check,
    add constraint finished_case_kind_check
        check (kind in ('LOAN', 'CLAIM', 'DECLARATION', 'REDEMPTION', 'DEMAND', 'COORDINATION')),
    -- Of a demand no fact tells whose it is by name: whoever evaluates it says so.
    alter column enterprise_name drop not null,
    add constraint named_but_for_demands check (enterprise_name is not null or kind = 'DEMAND'),
    -- Whoever was rejected speaks for no enterprise: the case is theirs alone.
    add column person_id uuid,
    -- The handler may not know whose it was.
    add column nameless boolean not null default false;
create index finished_case_of_person on finished_case (person_id, finished_at desc, case_id) where person_id is not null;

alter table evaluation
    drop constraint evaluation_case_kind_check,
    add constraint evaluation_case_kind_check
        check (case_kind in ('LOAN', 'CLAIM', 'DECLARATION', 'REDEMPTION', 'DEMAND', 'COORDINATION')),
    add column person_id uuid;
create index evaluation_of_person_alone on evaluation (person_id, given_at desc) where person_id is not null;

-- Who may read it and say more hangs on whose it is.
drop trigger evaluation_is_kept on evaluation;
create trigger evaluation_is_kept
    before update on evaluation
    for each row
    when (old.case_kind is distinct from new.case_kind
        or old.case_id is distinct from new.case_id
        or old.enterprise_id is distinct from new.enterprise_id
        or old.institution_id is distinct from new.institution_id
        or old.branch_id is distinct from new.branch_id
        or old.person_id is distinct from new.person_id
        or old.grade is distinct from new.grade
        or old.tags is distinct from new.tags
        or old.words is distinct from new.words
        or old.anonymous is distinct from new.anonymous
        or old.given_at is distinct from new.given_at
        or (old.again_grade is not null and old.again_grade is distinct from new.again_grade)
        or (old.again_at is not null and old.again_words is distinct from new.again_words))
    execute function keep_evaluation();

-- Which institutions answered a case that several may answer; heard before or after its end.
create table case_answer (
    case_id          uuid        not null,
    institution_id   uuid        not null,
    institution_name text        not null,
    -- What it offered, where that says more than the kind of the case.
    title            text,
    -- Whether the case came to what it was for by this answer.
    decides          boolean     not null,
    answered_at      timestamptz not null,
    primary key (case_id, institution_id)
);

-- That such a case ended, whether anybody answered it or not.
create table case_end (
    case_id         uuid primary key,
    kind            text        not null check (kind in ('DEMAND', 'COORDINATION')),
    number          text        not null,
    enterprise_id   uuid        not null,
    enterprise_name text,
    applicant_id    uuid,
    -- Whether it came to what it was for by an answer: without that one nobody knows who handled it.
    decided         boolean     not null,
    nameless        boolean     not null,
    ended_at        timestamptz not null
);
