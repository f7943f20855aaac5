-- A receipt stays as long as what it proves: with a declaration whose archive is destroyed it goes, and its copies with it. By itself it still does not.
alter table declaration_receipt drop constraint declaration_receipt_declaration_id_fkey;
alter table declaration_receipt add constraint declaration_receipt_declaration_id_fkey
    foreign key (declaration_id) references declaration on delete cascade;
alter table declaration_receipt_copy drop constraint declaration_receipt_copy_receipt_id_fkey;
alter table declaration_receipt_copy add constraint declaration_receipt_copy_receipt_id_fkey
    foreign key (receipt_id) references declaration_receipt on delete cascade;

create or replace function receipt_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (select 1 from declaration where id = old.declaration_id) then
        return old;
    end if;
    raise exception 'A receipt stays as it was issued';
end $$;
