-- The files that come with an edition: they are uploaded while it is drafted, looked at by who reviews it, and stay as they were when it was published.
create table policy_attachment (
    id           uuid        primary key,
    policy_id    uuid        not null,
    edition      integer     not null,
    name         text        not null check (length(name) between 1 and 110),
    content_type text        not null,
    size         bigint      not null check (size > 0),
    sha256       text        not null,
    -- Bytes are shared by the editions that carry a file on: what no row names any more is swept up.
    object_key   text        not null,
    uploaded_by  uuid        not null,
    uploader     text        not null,
    uploaded_at  timestamptz not null,
    -- An edition that has files was drafted here: with a draft that is given up its files go.
    foreign key (policy_id, edition) references policy_draft (policy_id, edition) on delete cascade,
    constraint policy_attachment_name unique (policy_id, edition, name)
);
create index policy_attachment_by_key on policy_attachment (object_key);

-- Nothing but an empty list was ever written there; copies of the service from before this one still write it.
alter table policy_edition alter column attachments drop not null;
