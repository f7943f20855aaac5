-- An enterprise may keep off the ticker. Lines from before do not say whose they are; they go by their name when one keeps off.
alter table ticker add column enterprise_id uuid;
create index ticker_of_enterprise on ticker (enterprise_id);

-- What enterprises chose; no figure, so that a rebuild leaves it standing and obeys it.
create table ticker_choice (
    enterprise_id uuid        primary key,
    shown         boolean     not null,
    changed_at    timestamptz not null,
    changed_by    uuid        not null
);
