-- Accounts that were closed for good: nobody becomes a member in their name any more, whatever is heard later that began before. Events have no order.
create table closed_account (
    account_id uuid primary key,
    closed_at  timestamptz not null
);
