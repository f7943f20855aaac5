-- The console lists the newest edition of each policy, published or not, in the orders and by the filters of its page.
create index policy_edition_by_date on policy_edition (publish_date desc, policy_id);
create index policy_edition_by_title on policy_edition (title);
create index policy_edition_by_valid_to on policy_edition (valid_to);
create index policy_edition_any_level on policy_edition (level, publish_date desc);
create index policy_edition_any_category on policy_edition (category, publish_date desc);
create index policy_edition_by_publication on policy_edition (publication, publish_date desc);
