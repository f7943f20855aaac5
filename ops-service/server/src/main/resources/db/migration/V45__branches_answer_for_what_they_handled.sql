-- A loan that a branch of its bank handled: the branch reads what is said of it and calls back, beside the head office. Of cases from before this nobody said where
-- they lay; those of the copy are known again once it is made anew.
alter table finished_case
    add column branch_id uuid,
    add constraint branch_of_an_institution check (branch_id is null or institution_id is not null);

alter table evaluation
    add column branch_id uuid,
    add constraint evaluation_of_a_branch check (branch_id is null or institution_id is not null);
create index evaluation_of_branch on evaluation (branch_id, given_at desc) where branch_id is not null;

drop trigger evaluation_is_kept on evaluation;
create trigger evaluation_is_kept
    before update on evaluation
    for each row
    when (old.case_kind is distinct from new.case_kind
        or old.case_id is distinct from new.case_id
        or old.enterprise_id is distinct from new.enterprise_id
        or old.institution_id is distinct from new.institution_id
        or old.branch_id is distinct from new.branch_id
        or old.grade is distinct from new.grade
        or old.tags is distinct from new.tags
        or old.words is distinct from new.words
        or old.anonymous is distinct from new.anonymous
        or old.given_at is distinct from new.given_at
        or (old.again_grade is not null and old.again_grade is distinct from new.again_grade)
        or (old.again_at is not null and old.again_words is distinct from new.again_words))
    execute function keep_evaluation();
