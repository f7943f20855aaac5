-- Who heads a bank answers for what it offers: they see its products, hear when the finance office takes one off sale, and may keep them as their people do.
insert into role_permission (role_code, permission)
values ('BANK_HEAD', 'finance.product.own')
on conflict do nothing;

update role set description = '查看本机构的融资申请，督办办理时限，管理本机构的金融产品'
where code = 'BANK_HEAD' and description = '查看本机构的融资申请，督办办理时限';
