-- Each chart reads its own small table. Only handlers of events write here; a rebuild empties all of it.

create table registration_roll_up (
    day      date   not null,
    channel  text   not null check (channel in ('PC', 'WECHAT')),
    accounts bigint not null check (accounts >= 0),
    primary key (day, channel)
);

create table order_roll_up (
    day     date           not null,
    channel text           not null check (channel in ('PC', 'WECHAT')),
    orders  bigint         not null check (orders >= 0),
    amount  numeric(20, 2) not null check (amount >= 0),
    primary key (day, channel)
);

-- Where each order stands, so that events in any order leave it in its newest state.
create table order_standing (
    application_id uuid   primary key,
    standing       text   check (standing in ('IN_REVIEW', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    version        bigint not null
);

create table order_standing_roll_up (
    standing text   primary key check (standing in ('IN_REVIEW', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    orders   bigint not null check (orders >= 0)
);

create table disbursement_roll_up (
    day            date           primary key,
    disbursements  bigint         not null check (disbursements >= 0),
    amount         numeric(20, 2) not null check (amount >= 0)
);

-- What can be found on the platform now: policies and loan products.
create table listing (
    kind    text    not null check (kind in ('POLICY', 'LOAN_PRODUCT')),
    id      uuid    not null,
    listed  boolean not null,
    version bigint  not null,
    primary key (kind, id)
);

create index listing_listed on listing (kind) where listed;

create table certified_enterprise (
    enterprise_id uuid primary key,
    day           date not null
);

create table certification_roll_up (
    day         date   primary key,
    enterprises bigint not null check (enterprises >= 0)
);

create table ticker (
    event_id uuid        primary key,
    at       timestamptz not null,
    kind     text        not null check (kind in ('FINANCE', 'CODE')),
    text     text        not null
);

create index ticker_newest on ticker (at desc);
