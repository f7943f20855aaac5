create table policy (
    id   uuid primary key,
    code text not null unique
);

-- What a policy says, edition by edition. Its id and code stay, so that an old link leads to the edition in force.
create table policy_edition (
    id               uuid primary key,
    policy_id        uuid        not null references policy,
    edition          integer     not null check (edition > 0),
    publication      text        not null check (publication in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    title            text        not null,
    doc_number       text        not null,
    issuer           text        not null,
    level            text        not null check (level in ('NATIONAL', 'MUNICIPAL', 'DISTRICT')),
    category         text        not null check (category in ('TAX', 'INDUSTRY', 'INNOVATION', 'FUNDING')),
    department       text        not null,
    -- As exact as the source is: a day, or a month only.
    publish_date     text        not null check (publish_date ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    effective_from   date,
    valid_to         date,
    validity_note    text,
    superseded_by    uuid references policy,
    interpretation   text        not null,
    benefit          text        not null,
    tags_basic       text[]      not null,
    tags_advanced    text[]      not null,
    criteria         jsonb       not null,
    rule             jsonb,
    attachments      jsonb       not null,
    source           text        not null,
    source_url       text,
    confidence       text        not null,
    verified         boolean     not null,
    -- Title, number, issuer, tags, reading and benefit in one normalised text; written by the service.
    search_text      text        not null,
    published_at     timestamptz,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    version          integer     not null,
    unique (policy_id, edition),
    check (effective_from is null or valid_to is null or effective_from <= valid_to),
    check (superseded_by <> policy_id),
    check (publication = 'DRAFT' or published_at is not null),
    check ((publication = 'WITHDRAWN') = (withdrawn_at is not null and withdrawn_reason is not null))
);
create unique index policy_edition_one_published on policy_edition (policy_id) where publication = 'PUBLISHED';
create index policy_edition_latest on policy_edition (publish_date desc, policy_id) where publication = 'PUBLISHED';
create index policy_edition_by_level on policy_edition (level, publish_date desc) where publication = 'PUBLISHED';
create index policy_edition_by_category on policy_edition (category, publish_date desc) where publication = 'PUBLISHED';
create index policy_edition_by_superseding on policy_edition (superseded_by) where superseded_by is not null;
create index policy_edition_by_tag on policy_edition using gin ((tags_basic || tags_advanced));
create index policy_edition_by_words on policy_edition using gin (search_text gin_trgm_ops);

-- Status is never stored: tomorrow it may be another one. The only place that knows the rule.
create function status_on(day date, effective_from date, valid_to date, superseded_by uuid) returns text
    language sql immutable parallel safe
as
$$
select case
           when effective_from > day then 'UPCOMING'
           when superseded_by is not null and (valid_to is null or valid_to < day) then 'SUPERSEDED'
           when valid_to < day then 'EXPIRED'
           else 'EFFECTIVE'
       end
$$;

-- Colloquial words beside the official ones, for the search.
create table search_alias (
    word     text primary key,
    official text[] not null
);
