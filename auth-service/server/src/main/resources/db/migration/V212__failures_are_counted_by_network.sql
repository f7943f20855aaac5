-- Whose the address is from which somebody failed: of IPv6 the /64, in which one connection changes its addresses at will. Of entries from before it is not known; nobody asks
-- about those of more than fifteen minutes ago.
alter table sign_in_log add column address_block text;

drop index sign_in_log_address;
create index sign_in_log_address_block on sign_in_log (address_block, at desc)
  where result in ('BAD_CREDENTIALS', 'BAD_SMS_CODE', 'BAD_CODE', 'LOCKED');
