-- The last day of which an enterprise was reminded that an offer waits for it: told again only where the day was moved.
alter table redemption_application add column reminded_for date;
