-- By one reference the treasury knows one payment of a department; an answer that was handed in for another batch is not taken again.
alter table redemption_batch_item
    add column institution_id   uuid,
    -- A reference from before that another payment has too; it stays as it was told.
    add column told_before      boolean not null default false,
    -- To which account is paid with this batch, whatever becomes of the application's later. Absent in batches from before.
    add column account_name     text,
    add column account_bank     text,
    -- Encrypted.
    add column account_number   text;

update redemption_batch_item i set institution_id = b.institution_id from redemption_batch b where b.id = i.batch_id;
alter table redemption_batch_item alter column institution_id set not null;
-- Also where a copy of the service from before writes it.
create function redemption_batch_item_is_of_its_institution() returns trigger language plpgsql as $$
begin
    select b.institution_id into new.institution_id from redemption_batch b where b.id = new.batch_id;
    return new;
end $$;
create trigger redemption_batch_item_is_of_its_institution before insert on redemption_batch_item
    for each row when (new.institution_id is null) execute function redemption_batch_item_is_of_its_institution();

update redemption_batch_item i set told_before = true
where i.reference is not null and exists (
    select 1 from redemption_batch_item o
    where o.institution_id = i.institution_id and o.reference = i.reference
      and (o.batch_id, o.application_id) < (i.batch_id, i.application_id));

create unique index redemption_batch_item_of_reference on redemption_batch_item (institution_id, reference)
    where reference is not null and not told_before;

alter table redemption_batch_item add constraint redemption_batch_item_has_an_account
    check ((account_number is null) = (account_name is null) and (account_number is null) = (account_bank is null));
