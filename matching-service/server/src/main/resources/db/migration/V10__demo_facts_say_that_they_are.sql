-- What was invented for a demo enterprise says so, instead of standing there as if the enterprise had filled it in: of what
-- it did fill in, the account is recorded.
alter table fact drop constraint fact_source_check;
alter table fact add constraint fact_source_check check (source in ('REGISTER', 'TAX', 'SELF', 'DEMO'));
update fact set source = 'DEMO' where source = 'SELF' and recorded_by is null;

-- The figures that were invented are of 2025 and before; who was founded later has none, nor has it paid tax for 0 years.
delete from fact using fact founded
where founded.enterprise_id = fact.enterprise_id and founded.name = 'established' and founded.source = 'REGISTER'
  and founded.value #>> '{}' >= '2026' and fact.source = 'DEMO'
  and (fact.name in ('revenue', 'rdExpense', 'mainGrowth', 'netProfit', 'taxableIncome')
    or fact.name = 'taxYears' and fact.value = '0');
