-- The log of sign-ins is looked through by the person's name.
create index account_by_display_name on account using gin (display_name gin_trgm_ops);
create index sign_in_log_account on sign_in_log (account_id, at desc, id desc) where account_id is not null;
