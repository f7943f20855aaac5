-- What goes into the treasury's file is what is held for the application; and nothing counts as paid but what its batch, which the treasury had, says was paid.
create function redemption_batch_item_pays_what_is_held() returns trigger language plpgsql as $$
begin
    if new.amount is distinct from (select e.amount from redemption_entry e where e.application_id = new.application_id and e.kind = 'RESERVE') then
        raise exception '% is not what is held for application %', new.amount, new.application_id
            using errcode = 'check_violation', constraint = 'redemption_batch_item_pays_what_is_held', table = 'redemption_batch_item';
    end if;
    return null;
end $$;
-- Rows from before are as they are: nothing else wrote them.
create constraint trigger redemption_batch_item_pays_what_is_held after insert or update of amount, application_id on redemption_batch_item
    for each row execute function redemption_batch_item_pays_what_is_held();

create or replace function redemption_entry_counts() returns trigger language plpgsql as $$
declare
    held         numeric(14,2);
    was_approved boolean;
    is_over      boolean;
    is_paid      boolean;
begin
    perform 1 from redemption_budget where project_id = new.project_id for update;
    if new.application_id is not null and new.kind <> 'RESERVE' then
        select max(e.amount) filter (where e.kind = 'RESERVE'),
               coalesce(bool_or(e.kind = 'APPROVE'), false),
               coalesce(bool_or(e.kind = 'RELEASE'), false),
               count(*) filter (where e.kind = 'PAY') > count(*) filter (where e.kind = 'RETURNED')
        into held, was_approved, is_over, is_paid
        from redemption_entry e
        where e.application_id = new.application_id;
        if held is distinct from new.amount or is_over or is_paid <> (new.kind = 'RETURNED')
            or (new.kind = 'APPROVE' and was_approved) or (new.kind = 'PAY' and not was_approved)
            or (new.kind = 'RETURNED' and not exists (
                select 1 from redemption_entry p join redemption_return r on r.application_id = p.application_id and r.batch_id = p.batch_id
                where p.application_id = new.application_id and p.batch_id = new.batch_id and p.kind = 'PAY' and r.state = 'CONFIRMED')) then
            raise exception '% of % does not follow from what is booked of application %', new.kind, new.amount, new.application_id
                using errcode = 'check_violation', constraint = 'redemption_entry_follows', table = 'redemption_entry';
        end if;
        if new.kind = 'PAY' and not exists (
            select 1 from redemption_batch_item i join redemption_batch b on b.id = i.batch_id
            where i.batch_id = new.batch_id and i.application_id = new.application_id and i.outcome = 'PAID' and i.amount = new.amount
              and b.state in ('EXPORTED', 'SETTLED')) then
            raise exception '% is not what batch % paid for application %', new.amount, new.batch_id, new.application_id
                using errcode = 'check_violation', constraint = 'redemption_entry_is_what_its_batch_paid', table = 'redemption_entry';
        end if;
    end if;
    update redemption_budget b
    set allocated = b.allocated + case when new.kind = 'ALLOCATE' then new.amount else 0 end,
        returned  = b.returned + case when new.kind = 'RETURN' then new.amount else 0 end,
        reserved  = b.reserved + case when new.kind = 'RESERVE' then new.amount
                                      when new.kind = 'APPROVE' or (new.kind = 'RELEASE' and not was_approved) then -new.amount
                                      else 0 end,
        approved  = b.approved + case when new.kind in ('APPROVE', 'RETURNED') then new.amount
                                      when new.kind = 'PAY' or (new.kind = 'RELEASE' and was_approved) then -new.amount
                                      else 0 end,
        paid      = b.paid + case when new.kind = 'PAY' then new.amount when new.kind = 'RETURNED' then -new.amount else 0 end
    where b.project_id = new.project_id;
    return new;
end $$;
