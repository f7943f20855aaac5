-- A bank is called what the platform calls it, not what the source of each of its products happened to call it.
update library_entry
set rule = jsonb_set(rule, '{bank}', to_jsonb(known.name))
from (values ('中国建设银行', '中国建设银行重庆市分行'),
             ('中国工商银行', '中国工商银行重庆市分行'),
             ('重庆市科技局合作银行(工行等)', '中国工商银行重庆市分行'),
             ('中国农业银行', '中国农业银行重庆市分行'),
             ('中国银行', '中国银行重庆市分行'),
             ('交通银行', '交通银行重庆市分行'),
             ('中国邮政储蓄银行', '中国邮政储蓄银行重庆分行'),
             ('合作银行+人社部门', '重庆农村商业银行')) as known (told, name)
where kind = 'LOAN_PRODUCT' and rule ->> 'bank' = known.told;
update library_revision set number = number + 1;
