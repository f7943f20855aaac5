-- How often somebody named on a day one who does not represent the enterprise they claimed. Not whom: it is nobody's business whose name was tried.
create table wrong_representative (
    account_id uuid not null,
    day        date not null,
    count      int  not null,
    primary key (account_id, day)
);
