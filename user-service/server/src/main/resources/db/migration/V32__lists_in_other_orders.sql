-- Every order that the lists of accounts and roles can be asked for.
create index account_by_name on account (display_name, id);
create index account_channel on account (channel, registered_at desc, id);
create index account_enabled on account (enabled, registered_at desc, id);
create index role_updated on role (updated_at desc nulls last, code);
