-- Who took a case up is told of it as long as they may work on it; if they left or lost the right, those of another desk are.
alter table waiting_notice add column handler_id uuid;
alter table waiting_notice add column else_permission text;
alter table waiting_notice add check ((handler_id is null) = (else_permission is null));
