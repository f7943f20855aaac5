-- Who reads their own work alone reads also what was given to them.
create index declaration_of_handler on declaration (handler_id) where handler_id is not null;
