-- A project may have conditions of its own beside those of its policy: the tree, and its words.
alter table declaration_project
    add column audience jsonb,
    add constraint declaration_project_audience check (
        audience is null or (jsonb_typeof(audience -> 'criteria') = 'object' and jsonb_typeof(audience -> 'clauses') = 'array'));
-- How the enterprise stood by them when it handed in; as the column beside it, without figures of tax data.
alter table declaration add column audience jsonb;
