-- 免申即享: how the enterprise stood by the policy's conditions when it was found, as it was then; what it is offered rests on that.
alter table redemption_application add column standing jsonb;
alter table redemption_application add constraint redemption_offer_has_evidence check (kind = 'APPLICATION' or standing is not null);
create index redemption_offered on redemption_application (project_id) where status = 'OFFERED';
