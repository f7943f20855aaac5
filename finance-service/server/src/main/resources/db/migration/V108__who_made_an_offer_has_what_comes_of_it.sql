-- An offer that is chosen becomes an application of who made it. Of offers from before only who claimed the demand is known.
alter table demand_claim
    add column offerer_id   uuid,
    add column offerer_name text;

update demand_claim set offerer_id = officer_id, offerer_name = officer_name where offered_at is not null;

alter table demand_claim add constraint offer_is_of_somebody check (
    num_nonnulls(offerer_id, offerer_name) = case when offered_at is null then 0 else 2 end);
