-- Of two events the later may come first, also of who is not paid any more: less than none for a moment, as of the money.
alter table funnel_roll_up drop constraint funnel_roll_up_enterprises_check;
