-- 财金〔2023〕75号 holds from 2023-10-01 for five years, as its text here says and as its rule was judged by; the library named no last day.
update policy_edition e
set valid_to = date '2028-09-30'
from policy p
where p.id = e.policy_id and p.code = 'N36' and e.doc_number = '财金〔2023〕75号' and e.effective_from = date '2023-10-01' and e.valid_to is null;
