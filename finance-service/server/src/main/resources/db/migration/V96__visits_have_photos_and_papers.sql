-- What an officer took or was given on a visit. It is handed in first, and belongs to the visit once that is recorded; what no visit names goes after some days.
create table visit_file (
    id           uuid        primary key,
    account_id   uuid        not null,
    visit_id     uuid        references coordination_visit,
    -- In which order its officer put them.
    place        integer     check (place >= 0),
    -- What is to be seen, for those who do not see it.
    words        text        check (length(trim(words)) between 1 and 60),
    name         text        not null check (length(name) between 1 and 120),
    content_type text        not null check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
    size         bigint      not null check (size > 0),
    sha256       text        not null,
    object_key   text        not null unique,
    created_at   timestamptz not null,
    constraint visit_file_place unique (visit_id, place),
    constraint visit_file_of_a_visit_or_of_none check (num_nonnulls(visit_id, place) in (0, 2)),
    constraint words_of_a_visit check (words is null or visit_id is not null)
);
create index visit_file_unused on visit_file (account_id) where visit_id is null;
create index visit_file_unused_since on visit_file (created_at) where visit_id is null;
