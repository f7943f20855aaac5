-- The wording of the document, beside its edition: it is long, and lists of editions have no use for it. What came before has none.
create table policy_text (
    edition_id  uuid primary key references policy_edition on delete cascade,
    text        text not null check (length(text) between 1 and 40000),
    -- Normalised, as policy_edition.search_text; of the newest edition alone, so that the index does not grow with every correction.
    search_text text
);
create index policy_text_by_words on policy_text using gin (search_text gin_trgm_ops) where search_text is not null;
