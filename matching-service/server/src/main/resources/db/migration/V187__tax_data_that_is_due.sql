-- Tax data that an enterprise has allowed in the consent centre and that is not here yet. It is asked for outside of any transaction, with pauses, until fetch_by. What came to nothing stays as long
-- as the consent, so that the enterprise sees it; of whom it was then it needs no more. The enterprise may be unknown yet.
create table tax_due (
    enterprise_id uuid        primary key,
    consented_at  timestamptz not null,
    valid_until   date        not null,
    person_id     uuid,
    person_name   text,
    tries         int         not null default 0,
    next_at       timestamptz not null,
    fetch_by      timestamptz not null,
    ended_at      timestamptz,
    check (ended_at is not null or (person_id is not null and person_name is not null))
);
create index tax_due_next on tax_due (next_at) where ended_at is null;
create index tax_due_end on tax_due (valid_until);
