-- Why a policy is proposed in the place of another may be said by what both come to, and that by a tax figure: it leaves a kept result with the other figures.
create or replace function without_figures(answer jsonb) returns jsonb language plpgsql immutable as $$
begin
    return case jsonb_typeof(answer)
        when 'object' then coalesce((select jsonb_object_agg(key, case
                when key = 'choice' and value ->> 'reason' like '%预计%'
                    then jsonb_set(value, '{reason}', '"按当时预计的优惠建议，金额已不再保存"')
                else without_figures(value) end)
            from jsonb_each(answer)
            where key not in ('actual', 'gap', 'gapText', 'chosen', 'estimate')), '{}')
        when 'array' then coalesce((select jsonb_agg(without_figures(value) order by place)
            from jsonb_array_elements(answer) with ordinality as part (value, place)), '[]')
        else answer
    end;
end $$;
