-- 融资资讯, 金融行业动态, 金融直通车 (FIN-06): written by one person and published by another.
create table finance_article (
    id              uuid primary key,
    section         text        not null check (section in ('FINANCING', 'INDUSTRY', 'DIRECT_LINE')),
    title           text        not null check (length(title) between 1 and 100),
    summary         text        not null check (length(summary) between 1 and 300),
    body            text        not null check (length(body) between 1 and 20000),
    source          text        not null check (length(source) between 1 and 100),
    source_url      text check (source_url ~ '^https?://'),
    -- Whom one calls: of the direct line alone.
    organisation    text,
    phone           text,
    hours           text,
    address         text,
    services        text,
    pinned          boolean     not null default false,
    status          text        not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'WITHDRAWN')),
    author_name     text        not null,
    -- All who wrote it or handed it in: none of them reviews it.
    authors         text[]      not null check (cardinality(authors) > 0),
    changed_at      timestamptz not null,
    submitted_at    timestamptz,
    decided_at      timestamptz,
    decided_by_name text,
    return_reason   text,
    published_at    timestamptz,
    version         integer     not null,
    constraint direct_line_says_whom_to_call
        check ((section = 'DIRECT_LINE') = (organisation is not null and phone is not null and hours is not null)),
    constraint pinned_is_published check (not pinned or status = 'PUBLISHED'),
    constraint published_has_its_time check (status <> 'PUBLISHED' or (published_at is not null and decided_at is not null)),
    constraint returned_has_its_reason check (status <> 'RETURNED' or length(trim(return_reason)) > 0)
);
create index finance_article_shown on finance_article (section, pinned desc, published_at desc, id) where status = 'PUBLISHED';
create index finance_article_by_change on finance_article (changed_at desc, id);
create index finance_article_by_status on finance_article (status, changed_at desc);

-- 金融活动: enterprises sign up for so many people; who finds no room waits and moves up by itself (ADR 0055).
create table finance_activity (
    id              uuid primary key,
    title           text        not null check (length(title) between 1 and 100),
    organiser       text        not null,
    place           text,
    online_link     text check (online_link ~ '^https?://'),
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    sign_up_from    timestamptz not null,
    sign_up_until   timestamptz not null,
    quota           integer     not null check (quota between 1 and 10000),
    -- People of all who are signed up. It is here so that the database refuses one too many, whoever counts.
    taken           integer     not null default 0,
    audience        text        not null,
    body            text        not null,
    status          text        not null check (status in ('DRAFT', 'PUBLISHED', 'CANCELLED')),
    cancel_reason   text,
    created_by_name text        not null,
    changed_at      timestamptz not null,
    published_at    timestamptz,
    version         integer     not null,
    constraint no_more_than_the_quota check (taken between 0 and quota),
    constraint takes_place_somewhere check (num_nonnulls(place, online_link) > 0),
    constraint begins_before_it_ends check (starts_at < ends_at),
    constraint signing_up_begins_before_it_ends check (sign_up_from < sign_up_until and sign_up_until <= starts_at),
    constraint cancelled_has_its_reason check ((status = 'CANCELLED') = (cancel_reason is not null)),
    constraint draft_is_not_published check (status <> 'PUBLISHED' or published_at is not null)
);
create index finance_activity_shown on finance_activity (starts_at desc, id) where status <> 'DRAFT';
create index finance_activity_by_change on finance_activity (changed_at desc, id);

create table activity_sign_up (
    id                 uuid primary key,
    activity_id        uuid        not null references finance_activity,
    -- What is shown at the door.
    code               text        not null check (code ~ '^[2-9A-HJKMNP-Z]{8}$'),
    enterprise_id      uuid        not null,
    enterprise_name    text        not null,
    demo               boolean     not null,
    person_id          uuid        not null,
    people             integer     not null check (people between 1 and 10000),
    contact_name       text        not null,
    contact_phone      text        not null
        constraint activity_sign_up_phone_encrypted check (contact_phone like 'sm4:%'),
    status             text        not null check (status in ('SIGNED_UP', 'WAITING', 'WITHDRAWN', 'CANCELLED')),
    signed_up_at       timestamptz not null,
    admitted_at        timestamptz,
    ended_at           timestamptz,
    reminded_at        timestamptz,
    checked_in_at      timestamptz,
    checked_in_by_name text,
    version            integer     not null,
    constraint code_is_of_one unique (activity_id, code),
    constraint signed_up_is_admitted check (status <> 'SIGNED_UP' or admitted_at is not null),
    constraint ended_or_open check ((status in ('WITHDRAWN', 'CANCELLED')) = (ended_at is not null)),
    constraint checked_in_is_signed_up
        check (checked_in_at is null or (status in ('SIGNED_UP', 'CANCELLED') and checked_in_by_name is not null))
);
-- An enterprise signs up once, however many of its people press the button.
create unique index activity_sign_up_once on activity_sign_up (activity_id, enterprise_id) where status in ('SIGNED_UP', 'WAITING');
create index activity_sign_up_of_activity on activity_sign_up (activity_id, signed_up_at, id);
create index activity_sign_up_of_enterprise on activity_sign_up (enterprise_id, signed_up_at desc);
create index activity_sign_up_of_person on activity_sign_up (person_id, signed_up_at desc);
create index activity_sign_up_by_time on activity_sign_up (signed_up_at desc, id);
create index activity_sign_up_to_remind on activity_sign_up (activity_id) where status = 'SIGNED_UP' and reminded_at is null;
