-- Accounts that were closed for good: what is heard for them later is kept nowhere. Events have no order.
create table closed_account (
    account_id uuid primary key,
    closed_at  timestamptz not null
);
