-- What enterprises apply for is a policy as well as a loan (PORTAL-09).
alter table ticker drop constraint ticker_kind_check;
alter table ticker add constraint ticker_kind_check check (kind in ('FINANCE', 'POLICY', 'CODE'));
