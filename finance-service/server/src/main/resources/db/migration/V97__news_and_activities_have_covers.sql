-- Pictures of what the finance office publishes. Everybody may see one whose article or activity is published.
create table cover_picture (
    id           uuid        primary key,
    account_id   uuid        not null,
    name         text        not null check (length(name) between 1 and 120),
    content_type text        not null check (content_type in ('image/jpeg', 'image/png')),
    size         bigint      not null check (size > 0),
    object_key   text        not null unique,
    created_at   timestamptz not null
);
create index cover_picture_of_account on cover_picture (account_id);
create index cover_picture_since on cover_picture (created_at);

alter table finance_article
    add column cover_id uuid references cover_picture,
    add column cover_words text check (length(trim(cover_words)) between 1 and 60),
    add constraint article_cover_has_words check (num_nonnulls(cover_id, cover_words) in (0, 2));
create index finance_article_cover on finance_article (cover_id) where cover_id is not null;

alter table finance_activity
    add column cover_id uuid references cover_picture,
    add column cover_words text check (length(trim(cover_words)) between 1 and 60),
    add constraint activity_cover_has_words check (num_nonnulls(cover_id, cover_words) in (0, 2));
create index finance_activity_cover on finance_activity (cover_id) where cover_id is not null;
