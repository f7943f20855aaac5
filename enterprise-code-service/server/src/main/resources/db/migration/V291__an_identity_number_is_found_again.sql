-- Whether an identity number was given for somebody else before is found by its keyed hash; the number itself stays encrypted. It goes when the number goes.
alter table claim
    add column legal_rep_id_index bytea,
    add constraint claim_id_index_goes_with_its_number check (legal_rep_id_index is null or legal_rep_id_number is not null);
create index claim_id_index on claim (legal_rep_id_index);
