-- What user-service said last of whom an account works for. Nobody is known yet: who is at an institution is found out at the next token.
alter table account add column at_institution boolean not null default false;
