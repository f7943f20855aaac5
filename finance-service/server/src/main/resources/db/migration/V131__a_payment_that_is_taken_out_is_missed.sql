-- A payment that was deleted, or moved to another application, left a total that nothing adds up to, and nobody asked.
create or replace function check_disbursed_total() returns trigger language plpgsql as
$$
declare
    wrong uuid;
begin
    select a.id into wrong
    from loan_application a
    where a.id in (case when tg_op <> 'DELETE' then (to_jsonb(new) ->> tg_argv[0])::uuid end,
                   case when tg_op <> 'INSERT' then (to_jsonb(old) ->> tg_argv[0])::uuid end)
      and a.disbursed_amount
        <> (select coalesce(sum(d.amount), 0) from loan_disbursement d where d.application_id = a.id)
    limit 1;
    if wrong is not null then
        raise exception 'disbursements of % do not add up to its total', wrong
            using errcode = 'check_violation', constraint = 'disbursements_add_up';
    end if;
    return null;
end
$$;
drop trigger disbursements_add_up on loan_disbursement;
create constraint trigger disbursements_add_up
    after insert or update or delete on loan_disbursement
    deferrable initially deferred
    for each row execute function check_disbursed_total('application_id');
