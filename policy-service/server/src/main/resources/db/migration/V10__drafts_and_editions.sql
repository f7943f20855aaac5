-- An edition that another one took the place of: it can still be read under its own address, and nobody is matched against it.
alter table policy_edition drop constraint policy_edition_publication_check;
alter table policy_edition add constraint policy_edition_publication_check
    check (publication in ('DRAFT', 'PUBLISHED', 'REPLACED', 'WITHDRAWN'));
alter table policy_edition add column replaced_at timestamptz;
alter table policy_edition add constraint policy_edition_replaced_when
    check ((publication = 'REPLACED') = (replaced_at is not null));

-- What is being written. It may be incomplete, so it is kept as one document; an edition is made of it when it is published.
create table policy_draft (
    id             uuid        primary key,
    policy_id      uuid        not null references policy,
    edition        integer     not null check (edition > 0),
    state          text        not null check (state in ('DRAFT', 'REVIEW', 'PUBLISHED')),
    content        jsonb       not null,
    -- Profiles and how they have to come out; the edition is not published while one does not.
    cases          jsonb       not null,
    -- All who wrote in it: none of them may publish it.
    authors        text[]      not null check (cardinality(authors) > 0),
    author_name    text        not null,
    submitted_at   timestamptz,
    returned_at    timestamptz,
    returned_by    text,
    returned_reason text,
    published_at   timestamptz,
    published_by   text,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    version        integer     not null,
    check ((returned_at is null) = (returned_reason is null)),
    check ((state = 'PUBLISHED') = (published_at is not null))
);
create unique index policy_draft_one_open on policy_draft (policy_id) where state <> 'PUBLISHED';
create unique index policy_draft_of_edition on policy_draft (policy_id, edition);
create index policy_draft_latest on policy_draft (state, updated_at desc);
