-- Which of a result's facts came from the tax authority, and of which state of the library it is.
alter table match_result add column tax_facts text[] not null default '{}', add column library_revision bigint;

-- An answer stays as it was given, but for the tax data in it, which goes with its authorization: its facts, and every figure in the words, for any of them
-- may tell what a tax figure was. What was decided stays.
create function without_figures(answer jsonb) returns jsonb language plpgsql immutable as $$
begin
    return case jsonb_typeof(answer)
        when 'object' then coalesce((select jsonb_object_agg(key, without_figures(value)) from jsonb_each(answer)
            where key not in ('actual', 'gap', 'gapText', 'chosen', 'estimate')), '{}')
        when 'array' then coalesce((select jsonb_agg(without_figures(value) order by place)
            from jsonb_array_elements(answer) with ordinality as part (value, place)), '[]')
        else answer
    end;
end $$;

-- Of older results it was not kept what came from where. Where there ever was an authorization, what the tax authority could bring is taken to be its own.
alter table match_result disable trigger answer_stays;
update match_result r
set tax_facts = array(select name from jsonb_object_keys(r.facts) name where name in ('taxableIncome', 'vatType', 'taxCreditRating', 'auditTaxCollection',
    'levyRate', 'taxYears', 'taxPaid12m', 'invoiceAmount12m', 'hasLossCarry', 'noTaxEvasion36m'))
where exists (select 1 from tax_withdrawal w where w.enterprise_id = r.enterprise_id)
   or exists (select 1 from tax_authorization a where a.enterprise_id = r.enterprise_id);
alter table match_result enable trigger answer_stays;

create or replace function answer_stays() returns trigger language plpgsql as $$
begin
    if old.tax_facts <> '{}' and new.tax_facts = '{}' and new.facts = old.facts - old.tax_facts
        and new.result = without_figures(old.result)
        and (new.id, new.enterprise_id, new.created_at, new.created_by, new.as_of, new.library_revision)
            is not distinct from (old.id, old.enterprise_id, old.created_at, old.created_by, old.as_of, old.library_revision)
    then
        return new;
    end if;
    raise exception 'An answer stays as it was given';
end $$;

create index match_result_tax on match_result (enterprise_id) where tax_facts <> '{}';
