-- Whether another claim for the enterprise gave another identity number is asked of each claim that is reviewed.
create index claim_of_enterprise on claim (enterprise_id);
