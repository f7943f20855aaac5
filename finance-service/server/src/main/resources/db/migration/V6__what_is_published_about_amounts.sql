-- What products publish about amounts besides their maximum, for those that were entered before the reference data told it.
update loan_product p
set rule = p.rule || jsonb_build_object('amount', known.amount::jsonb)
from (values
    ('L01', '{"considers": ["taxPaid12m"], "basis": {"text": "依托企业纳税数据", "certain": true}}'),
    ('L02', '{"considers": ["revenueY1", "totalAssets", "liabilities", "taxPaid12m"], "basis": {"text": "以经营、资产、负债、税务、用电量等多维数据测算额度", "certain": true}}'),
    ('L03', '{"considers": ["taxPaid12m", "revenueY1", "taxCreditRating"], "basis": {"text": "基于企业纳税、经营和信用情况", "certain": true}}'),
    ('L05', '{"limits": [{"mostWan": 100, "when": {"type": "unverified", "label": "纯线上办理", "reason": "取决于办理方式"}, "clause": {"text": "纯线上最高100万元、线上线下结合最高300万元", "certain": true}}], "considers": ["taxPaid12m"], "basis": {"text": "以企业涉税数据为主要依据", "certain": true}}'),
    ('L07', '{"basis": {"text": "金额按需提供", "certain": true}}'),
    ('L08', '{"limits": [{"mostWan": 300, "when": {"type": "comparison", "fact": "collateral", "op": "notIn", "value": ["房产", "土地", "设备", "存货", "应收账款"]}, "clause": {"text": "其中信用额度最高300万元", "certain": true}}], "considers": ["revenueY1", "taxPaid12m", "class1Ip"], "basis": {"text": "结合营收、纳税、结算和专利等核定", "certain": true}}'),
    ('L09', '{"least": {"wan": 40, "clause": {"text": "2017年授信40-300万元", "certain": false}}, "limits": [{"mostWan": 300, "when": {"type": "unverified", "label": "2017年口径", "reason": "2017 年的口径，是否仍适用没有核实"}, "clause": {"text": "2017年授信40-300万元", "certain": false}}], "basis": {"text": "以知识价值信用为基础", "certain": true}}'),
    ('L10', '{"limits": [{"mostWan": 30, "when": {"type": "comparison", "fact": "entityType", "op": "==", "value": "个体工商户"}, "clause": {"text": "小微企业最高400万元，个人最高30万元", "certain": false}}]}'),
    ('L11', '{"considers": ["taxPaid12m", "invoiceAmount12m"], "basis": {"text": "依据税务、开票数据授信", "certain": true}}'),
    ('L13', '{"considers": ["taxPaid12m", "invoiceAmount12m"], "basis": {"text": "基于税务、发票、综合贡献等大数据", "certain": true}}'),
    ('L14', '{"considers": ["taxPaid12m"], "basis": {"text": "依据企业纳税信息", "certain": true}}'),
    ('L15', '{"considers": ["taxPaid12m"], "basis": {"text": "以企业纳税信息为依据，可叠加房产抵押提高额度", "certain": true}}'),
    ('L19', '{"considers": ["taxPaid12m"], "basis": {"text": "以企业纳税数据为依据", "certain": true}}'),
    ('L20', '{"considers": ["invoiceAmount12m"], "basis": {"text": "以企业增值税发票数据授信", "certain": true}}')) as known (code, amount)
where p.code = known.code and not p.rule ? 'amount';
