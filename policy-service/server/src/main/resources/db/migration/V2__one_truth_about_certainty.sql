-- A text that nobody could open was never compared with anything, whatever was noted beside it. The rule says what the
-- edition says: the matching engine shows no other truth than the library.
update policy_edition set verified = (confidence = 'high' and source_url is not null);
update policy_edition set rule = jsonb_set(rule, '{verified}', to_jsonb(verified)) where rule is not null;

-- What those who keep the library have to know stood among the words for the public, and as a benefit that is none.
alter table policy_edition add column operator_note text;
update policy_edition e
set operator_note = '新认定标准的具体数值未能取得原文，不得沿用 2022 版数值，需运营人员录入；文号按 haphap/china-policy-db 的记录核对',
    criteria = jsonb_set(criteria, '{clauses,0,text}', '"认定标准以工业和信息化部公布的原文为准"'),
    rule = jsonb_set(jsonb_set(rule, '{criteria,reason}', '"认定标准以工业和信息化部公布的原文为准"'),
                     '{criteria,clause,text}', '"认定标准以工业和信息化部公布的原文为准"'),
    source = replace(source, '经 haphap/china-policy-db 记录核对文号', '文号')
from policy p
where p.id = e.policy_id and p.code = 'N06' and criteria #>> '{clauses,0,text}' like '%需运营人员录入%';
update policy_edition e
set operator_note = '阈值全表见 sme_size_thresholds.json', source = replace(source, '；阈值全表见 sme_size_thresholds.json', '')
from policy p
where p.id = e.policy_id and p.code = 'N41' and source like '%sme_size_thresholds.json';
update policy_edition e
set interpretation = interpretation || case p.code when 'C02' then '本文件为纲领性文件，无企业级量化条件。' else '企业级奖励以年度实施细则为准。' end
from policy p
where p.id = e.policy_id and p.code in ('C02', 'C03') and benefit like '纲领性文件%';
update policy_edition e
set benefit = '', rule = jsonb_set(rule, '{source}', to_jsonb(source)) - 'benefit'
from policy p
where p.id = e.policy_id
  and (p.code, benefit) in (('N06', '替代工信部企业〔2022〕63号'), ('N41', '企业规模划型依据（判断是不是小微企业）'),
                            ('C02', '纲领性文件，无企业级量化条件'), ('C03', '纲领性文件；企业级奖励以年度实施细则为准'));
