-- Why nobody gets in with an account, by whom and since when; absent of those that were disabled before it was kept, and of closed ones.
alter table account
    add column disabled_reason  text check (length(disabled_reason) between 1 and 500),
    add column disabled_by_name text,
    add column disabled_at      timestamptz,
    add constraint account_disabled_why
        check (num_nonnulls(disabled_reason, disabled_by_name, disabled_at) in (0, 3) and not (enabled and disabled_at is not null));
