-- By one reference the treasury knows one payment that came back to a department; told of two, two would be paid again where one came back.
alter table redemption_return
    -- A reference from before that another return has too; it stays as it was told.
    add column told_before boolean not null default false;

update redemption_return r set told_before = true
where r.state <> 'REFUSED' and exists (
    select 1 from redemption_return o
    where o.institution_id = r.institution_id and o.reference = r.reference and o.state <> 'REFUSED' and (o.told_at, o.id) < (r.told_at, r.id));

create unique index redemption_return_of_reference on redemption_return (institution_id, reference)
    where state <> 'REFUSED' and not told_before;
