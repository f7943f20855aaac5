-- Who registered what the treasury answered stands beside it. Of batches settled before, it stands only in the record of operations.
alter table redemption_batch add column settled_by uuid;
alter table redemption_batch add column settler text;
alter table redemption_batch add constraint redemption_batch_is_settled_by_somebody
    check ((settled_by is null) = (settler is null) and (settled_by is null or settled_at is not null));
