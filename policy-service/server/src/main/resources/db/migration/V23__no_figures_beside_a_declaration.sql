-- How an enterprise stood is kept without figures: of older ones it was not kept which of them tax data decided, and any may tell a figure of it.
create function without_figures(told jsonb) returns jsonb language plpgsql immutable as $$
begin
    return case jsonb_typeof(told)
        when 'object' then coalesce((select jsonb_object_agg(key, without_figures(value)) from jsonb_each(told)
            where key not in ('actual', 'gap', 'gapText', 'chosen', 'score')), '{}')
        when 'array' then coalesce((select jsonb_agg(without_figures(value) order by place)
            from jsonb_array_elements(told) with ordinality as part (value, place)), '[]')
        else told
    end;
end $$;
update declaration set standing = without_figures(standing) where standing is not null;
drop function without_figures(jsonb);

-- What the profile had said stays beside an answer only as far as the answer says it too.
update declaration d set prefilled = jsonb_build_object('fields', coalesce((
    select jsonb_object_agg(origin.key,
        case when d.answers -> 'values' -> origin.key = origin.value -> 'value' then origin.value else origin.value - 'value' end)
    from jsonb_each(d.prefilled -> 'fields') origin
    where d.answers -> 'values' ? origin.key), '{}'))
where d.prefilled -> 'fields' <> '{}';
