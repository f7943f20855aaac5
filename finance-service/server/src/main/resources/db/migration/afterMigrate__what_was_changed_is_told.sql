-- A migration may change what was told. The outbox is the log from which others rebuild, so after migrations each product on
-- offer that says something else than it was told to say gets a new version and is told again, as it is. Nothing happens
-- where log and table agree.
select pg_advisory_xact_lock(hashtextextended(current_schema() || '/told', 0));

with told as (
    select distinct on (subject) subject, data
    from outbox
    where type = 'finance.LoanProductPublished'
    order by subject, seq desc
), said as (
    select p.id, told.data || jsonb_build_object(
               'title', p.title, 'bankName', p.bank_name, 'productType', p.product_type, 'guarantee', p.guarantee,
               'maxAmountWan', p.max_amount_wan, 'termMonths', p.term_months, 'rateText', p.rate_text, 'rule', p.rule) as data,
           told.data as before
    from loan_product p join told on told.subject = p.id
    where p.status = 'PUBLISHED'
), changed as (
    update loan_product p
    set version = p.version + 1
    from said
    where said.id = p.id and jsonb_strip_nulls(said.data) is distinct from jsonb_strip_nulls(said.before)
    returning p.id, p.version, said.data
)
insert into outbox (id, type, subject, version, occurred_at, data)
select uuidv7(), 'finance.LoanProductPublished', id, version, now(), data
from changed
order by data ->> 'code';
