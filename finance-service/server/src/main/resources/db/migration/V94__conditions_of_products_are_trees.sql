-- A bank writes the conditions of its product as policies are written: a tree. What was entered as a list becomes a group of which all have to hold.
-- A condition that the edition beside it states in the same way keeps the words of its source; one that was left to the edition in force is taken from it.
with entered as (
    select entry.id,
           entry.content,
           coalesce(edition.terms -> 'rule' -> 'criteria', product.rule -> 'criteria') as in_force
    from loan_product_entry entry
         left join loan_product product on product.id = entry.product_id
         left join loan_product_edition edition
                   on edition.product_id = entry.product_id and edition.edition = entry.edition
), listed as (
    select entered.id, jsonb_agg(coalesce(same.part, typed.part) order by typed.place) as parts
    from entered
         cross join lateral (
             select place,
                    jsonb_build_object('type', 'comparison', 'fact', one -> 'fact', 'op', one -> 'op', 'value',
                        case
                            when one ->> 'op' = 'between' then jsonb_build_array(one -> 'number', one -> 'upTo')
                            when one ->> 'number' is not null then one -> 'number'
                            when one ->> 'flag' is not null then one -> 'flag'
                            -- Of words only days are compared by their order, and one at a time.
                            when one ->> 'op' in ('>=', '<=') then one -> 'words' -> 0
                            else one -> 'words'
                        end) as part
             from jsonb_array_elements(
                      case jsonb_typeof(entered.content -> 'conditions') when 'array' then entered.content -> 'conditions' else '[]' end)
                      with ordinality as list (one, place)) typed
         left join lateral (
             select part
             from jsonb_array_elements(
                      case entered.in_force ->> 'type' when 'allOf' then entered.in_force -> 'criteria'
                      else jsonb_build_array(entered.in_force) end) as published (part)
             where part -> 'fact' = typed.part -> 'fact'
               and part -> 'op' = typed.part -> 'op'
               and part -> 'value' = typed.part -> 'value'
             limit 1) same on true
    group by entered.id
)
update loan_product_entry entry
set content = (entry.content - 'conditions') || coalesce(
        case
            when jsonb_typeof(entered.content -> 'conditions') = 'array' then
                case when listed.parts is not null then jsonb_build_object('criteria',
                    case when listed.parts = jsonb_build_array(entered.in_force) then entered.in_force
                    when listed.parts = entered.in_force -> 'criteria' and entered.in_force ->> 'type' = 'allOf' then entered.in_force
                    else jsonb_build_object('type', 'allOf', 'criteria', listed.parts) end) end
            when entered.in_force is not null and entered.in_force ->> 'reason' is distinct from '准入条件未公布，以银行核定为准' then
                jsonb_build_object('criteria', entered.in_force)
        end, '{}')
from entered
     left join listed on listed.id = entered.id
where entered.id = entry.id;
