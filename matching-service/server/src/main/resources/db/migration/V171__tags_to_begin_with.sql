-- What departments begin with: they change it, retire it and add their own. Figures are those that the published documents of the reference ask for (N03, N04, N05).
insert into tag (id, subject, kind, category, name, description, criteria, version, updated_at)
select uuidv7(), subject, kind, category, name, description, criteria::jsonb, 0, now()
from (values
    ('ENTERPRISE', 'BASIC', '规模', '大型企业', '按国家统计局划型标准', '{"type":"comparison","fact":"enterpriseSize","op":"==","value":"大型"}'),
    ('ENTERPRISE', 'BASIC', '规模', '中型企业', '按国家统计局划型标准', '{"type":"comparison","fact":"enterpriseSize","op":"==","value":"中型"}'),
    ('ENTERPRISE', 'BASIC', '规模', '小微企业', '按国家统计局划型标准', '{"type":"comparison","fact":"enterpriseSize","op":"in","value":["小型","微型"]}'),
    ('ENTERPRISE', 'BASIC', '行业', '制造业', '国民经济行业分类 C 门类', '{"type":"comparison","fact":"industryCode","op":"in","value":["C"]}'),
    ('ENTERPRISE', 'BASIC', '行业', '软件和信息技术服务业', '国民经济行业分类 I65', '{"type":"comparison","fact":"industryCode","op":"in","value":["I65"]}'),
    ('ENTERPRISE', 'BASIC', '资质', '高新技术企业', null, '{"type":"comparison","fact":"quals","op":"contains","value":"高新技术企业"}'),
    ('ENTERPRISE', 'BASIC', '资质', '科技型中小企业', null, '{"type":"comparison","fact":"quals","op":"contains","value":"科技型中小企业"}'),
    ('ENTERPRISE', 'BASIC', '资质', '专精特新中小企业', null, '{"type":"comparison","fact":"quals","op":"contains","value":"专精特新中小企业"}'),
    ('ENTERPRISE', 'BASIC', '资质', '专精特新“小巨人”企业', null, '{"type":"comparison","fact":"quals","op":"contains","value":"专精特新“小巨人”企业"}'),
    ('ENTERPRISE', 'BASIC', '经营', '民营企业', null, '{"type":"comparison","fact":"ownership","op":"==","value":"民营"}'),
    ('ENTERPRISE', 'BASIC', '服务', '重点服务企业', '由部门确定，定期走访', null),
    ('ENTERPRISE', 'ADVANCED', '成长', '专精特新培育对象', '中小微企业，从事细分市场满 2 年，上年研发费用不低于营业收入的 3%',
     '{"type":"allOf","criteria":[{"type":"comparison","fact":"enterpriseSize","op":"in","value":["中型","小型","微型"]},{"type":"comparison","fact":"nicheYears","op":">=","value":2},{"type":"comparison","fact":"rdRatioY1","op":">=","value":3}]}'),
    ('ENTERPRISE', 'ADVANCED', '成长', '稳步增长企业', '近两年主营业务收入平均增长不低于 5%，资产负债率不高于 70%',
     '{"type":"allOf","criteria":[{"type":"comparison","fact":"mainGrowth2y","op":">=","value":5},{"type":"comparison","fact":"debtRatio","op":"<=","value":70}]}'),
    ('ENTERPRISE', 'ADVANCED', '成长', '初创小微企业', '成立不满 3 年的小型、微型企业',
     '{"type":"allOf","criteria":[{"type":"comparison","fact":"ageYears","op":"<","value":3},{"type":"comparison","fact":"enterpriseSize","op":"in","value":["小型","微型"]}]}'),
    ('POLICY', 'BASIC', '主题', '科技创新', null, null),
    ('POLICY', 'BASIC', '主题', '转型升级', null, null),
    ('POLICY', 'BASIC', '主题', '稳岗就业', null, null),
    ('POLICY', 'BASIC', '主题', '融资支持', null, null),
    ('POLICY', 'BASIC', '主题', '绿色发展', null, null),
    ('POLICY', 'BASIC', '受众', '面向小微企业', null, null),
    ('POLICY', 'BASIC', '受众', '面向制造业', null, null),
    ('POLICY', 'BASIC', '受众', '面向个体工商户', null, null),
    ('POLICY', 'BASIC', '支持方式', '资金补助', null, null),
    ('POLICY', 'BASIC', '支持方式', '税收优惠', null, null),
    ('POLICY', 'BASIC', '支持方式', '贷款贴息', null, null),
    ('POLICY', 'BASIC', '支持方式', '资质认定', null, null)
) as begun (subject, kind, category, name, description, criteria);
