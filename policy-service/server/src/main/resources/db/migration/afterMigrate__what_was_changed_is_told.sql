-- A migration may change what was told. The outbox is the log from which others rebuild, so after migrations each published
-- edition that says something else than it was told to say gets a new version and is told again, as it is. Nothing happens
-- where log and library agree.
select pg_advisory_xact_lock(hashtextextended(current_schema() || '/told', 0));

with told as (
    select distinct on (subject) subject, data
    from outbox
    where type = 'policy.PolicyPublished'
    order by subject, seq desc
), said as (
    select e.id, told.data || jsonb_build_object(
               'title', e.title, 'docNumber', e.doc_number, 'issuer', e.issuer, 'level', e.level, 'category', e.category,
               'effectiveFrom', e.effective_from, 'validTo', e.valid_to, 'benefit', e.benefit, 'confidence', e.confidence,
               'sourceUrl', e.source_url, 'rule', e.rule) as data, told.data as before
    from policy_edition e join told on told.subject = e.policy_id
    where e.publication = 'PUBLISHED' and (told.data ->> 'edition')::int = e.edition
), changed as (
    update policy_edition e
    set version = e.version + 1
    from said
    where said.id = e.id and jsonb_strip_nulls(said.data) is distinct from jsonb_strip_nulls(said.before)
    returning e.policy_id, e.edition, e.version, said.data
)
insert into outbox (id, type, subject, version, occurred_at, data)
select uuidv7(), 'policy.PolicyPublished', policy_id, edition * 1000000::bigint + version, now(), data
from changed
order by data ->> 'code';
