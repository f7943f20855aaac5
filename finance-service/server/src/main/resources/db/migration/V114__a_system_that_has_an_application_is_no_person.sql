-- Whether the bank's own system has an application, by its key: nobody is told then that they have it no more. A system is called by its bank and its name.
alter table loan_application add column handled_by_system boolean not null default false;
update loan_application set handled_by_system = true where starts_with(handler_name, bank_name || ' ');
alter table loan_application add constraint system_that_handles_is_named check (handler_id is not null or not handled_by_system);
