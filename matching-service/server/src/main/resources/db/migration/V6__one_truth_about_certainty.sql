-- As policy-service decides it from now on: checked in all its parts, against a text that can be opened.
update library_entry
set rule = jsonb_set(rule, '{verified}', to_jsonb(
        coalesce(rule ->> 'confidence' = 'high' and rule ->> 'source' ~ 'https?://', false)))
where kind = 'POLICY';

-- Words for those who keep the library, and benefits that are none, leave the rules and what was made of them.
update library_entry
set rule = jsonb_set(jsonb_set(rule, '{criteria,reason}', '"认定标准以工业和信息化部公布的原文为准"'),
                     '{criteria,clause,text}', '"认定标准以工业和信息化部公布的原文为准"')
where kind = 'POLICY' and code = 'N06' and rule #>> '{criteria,reason}' like '%需运营人员录入%';
update library_entry
set rule = jsonb_set(rule, '{source}', to_jsonb(replace(replace(rule ->> 'source',
        '经 haphap/china-policy-db 记录核对文号', '文号'), '；阈值全表见 sme_size_thresholds.json', ''))) - 'benefit'
where kind = 'POLICY'
  and (code, rule ->> 'benefit') in (('N06', '替代工信部企业〔2022〕63号'), ('N41', '企业规模划型依据（判断是不是小微企业）'),
                                     ('C02', '纲领性文件，无企业级量化条件'), ('C03', '纲领性文件；企业级奖励以年度实施细则为准'));
update library_entry
set rule = jsonb_set(rule, '{productType}', to_jsonb(regexp_replace(rule ->> 'productType', '(^|/)科创(/|$)', '\1科创贷款\2')))
where kind = 'LOAN_PRODUCT' and rule ->> 'productType' ~ '(^|/)科创(/|$)';
update match_result
set result = regexp_replace(result::text,
        '新认定标准的具体数值未能取得原文[,，]不得沿用2022版数值[,，]需运营人员录入', '认定标准以工业和信息化部公布的原文为准', 'g')::jsonb
where result::text like '%需运营人员录入%';
update library_revision set number = number + 1;
