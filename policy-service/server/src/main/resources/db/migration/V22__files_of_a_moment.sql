-- What was handed in at a moment names its files for itself: they stay, and who decides can open them, when a supplement names others.
alter table declaration_event add column file_ids text[] not null default '{}';
update declaration_event e set file_ids = named.ids
from (
    select of.id, array_agg(distinct f.id::text) as ids
    from declaration_event of
    join declaration d on d.id = of.declaration_id
    cross join jsonb_path_query(jsonb_build_array(of.answers, of.materials), '$.** ? (@.type() == "string")') said
    join declaration_file f on f.id::text = said #>> '{}' and f.enterprise_id = d.enterprise_id
    group by of.id
) named
where named.id = e.id;
alter table declaration_event alter column file_ids drop default;
create index declaration_event_files on declaration_event using gin (file_ids);

-- Files that nothing names go after their term: they are found without reading all there are.
create index declaration_file_by_age on declaration_file (created_at);
