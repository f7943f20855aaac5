-- The declarations of a project, and which of its forms somebody filled in.
create index declaration_of_project on declaration (project_id, form_version);
-- What those see whose scope is a town.
create index declaration_of_town on declaration (town_code, submitted_at desc) where status <> 'DRAFT';
create index declaration_by_words on declaration
    using gin ((coalesce(number, '') || ' ' || enterprise_name || ' ' || project_title) gin_trgm_ops);
