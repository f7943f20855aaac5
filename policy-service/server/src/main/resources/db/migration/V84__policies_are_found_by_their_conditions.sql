-- Who looks for 查账征收 finds what asks for it: the words of the conditions, as the page of the policy shows them, compared as all others are (SearchText).
update policy_edition e
set search_text = e.search_text || ' ' || c.words
from (
  select id, string_agg(btrim(regexp_replace(regexp_replace(lower(normalize(part, NFKC)),
           '[][{}()<>〔〕【】《》〈〉「」『』“”"''‘’]', '', 'g'), '[\s、，。；;,·•]+', ' ', 'g')), ' ' order by place, which) as words
  from policy_edition, jsonb_array_elements(criteria -> 'clauses') with ordinality as clause (said, place),
    lateral (values (1, said ->> 'label'), (2, said ->> 'text')) as parts (which, part)
  where part <> ''
  group by id
) c
where c.id = e.id;
