-- A project of redemption may have conditions of its own beside those of its policy, as those of declarations have: the tree, and its words; and may take nobody who surely does not meet them.
alter table redemption_project
    add column barring boolean not null default false,
    add column audience jsonb,
    add constraint redemption_project_audience check (
        audience is null or (jsonb_typeof(audience -> 'criteria') = 'object' and jsonb_typeof(audience -> 'clauses') = 'array'));
alter table redemption_project alter column barring drop default;
-- How the enterprise stood by them when it was found, or applied.
alter table redemption_application add column audience jsonb;
