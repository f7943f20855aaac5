-- What stood in the program: what money is borrowed for, and the usual reasons of decisions. Operators may change, add and retire them under 基础数据; numbers give the order.
-- Where somebody has made a category of that name, it is his.
insert into dictionary_item (code, name, parent_code) values
    ('LOAN_PURPOSE', '贷款用途', null),
    ('REASON_CLAIM_RETURN', '常用表述：领码申请退回补正', null),
    ('REASON_CLAIM_REJECT', '常用表述：领码申请不通过', null),
    ('REASON_CODE_FREEZE', '常用表述：企业码冻结', null),
    ('REASON_CODE_UNFREEZE', '常用表述：企业码解冻', null),
    ('REASON_CODE_REISSUE', '常用表述：企业码换发', null),
    ('REASON_CODE_REVOKE', '常用表述：企业码注销', null),
    ('REASON_KEY_REJECT', '常用表述：开放接口申请不通过', null),
    ('REASON_KEY_REVOKE', '常用表述：接口密钥注销', null),
    ('REASON_POLICY_WITHDRAW', '常用表述：政策撤下', null),
    ('REASON_LOAN_MATERIAL', '常用表述：融资申请补充材料', null)
on conflict (code) do nothing;

insert into dictionary_item (code, name, parent_code, loaded) values
    ('LOAN_PURPOSE.1_MATERIALS', '采购原材料、支付货款', 'LOAN_PURPOSE', false),
    ('LOAN_PURPOSE.2_EQUIPMENT', '购置设备', 'LOAN_PURPOSE', false),
    ('LOAN_PURPOSE.3_RESEARCH', '研发投入', 'LOAN_PURPOSE', false),
    ('LOAN_PURPOSE.4_TURNOVER', '支付工资与日常经营周转', 'LOAN_PURPOSE', false),
    ('LOAN_PURPOSE.5_BUILDINGS', '厂房建设与装修', 'LOAN_PURPOSE', false),
    -- The forms ask for words with this one.
    ('LOAN_PURPOSE.9_OTHER', '其他', 'LOAN_PURPOSE', true),
    ('REASON_CLAIM_RETURN.1', '授权书未加盖企业公章', 'REASON_CLAIM_RETURN', false),
    ('REASON_CLAIM_RETURN.2', '授权书影像不清晰或不完整，请重新上传', 'REASON_CLAIM_RETURN', false),
    ('REASON_CLAIM_RETURN.3', '授权书上的企业名称与登记名称不一致', 'REASON_CLAIM_RETURN', false),
    ('REASON_CLAIM_RETURN.4', '经办人与授权书载明的受托人不一致', 'REASON_CLAIM_RETURN', false),
    ('REASON_CLAIM_REJECT.1', '法定代表人与登记信息不一致', 'REASON_CLAIM_REJECT', false),
    ('REASON_CLAIM_REJECT.2', '企业已吊销或注销，不能领取企业码', 'REASON_CLAIM_REJECT', false),
    ('REASON_CLAIM_REJECT.3', '授权书内容不实', 'REASON_CLAIM_REJECT', false),
    ('REASON_CLAIM_REJECT.4', '申请人不是该企业授权人员', 'REASON_CLAIM_REJECT', false),
    ('REASON_CODE_FREEZE.1', '登记住所无法联系', 'REASON_CODE_FREEZE', false),
    ('REASON_CODE_FREEZE.2', '正在核查授权真实性', 'REASON_CODE_FREEZE', false),
    ('REASON_CODE_FREEZE.3', '企业申请临时停用', 'REASON_CODE_FREEZE', false),
    ('REASON_CODE_UNFREEZE.1', '核查完成，恢复使用', 'REASON_CODE_UNFREEZE', false),
    ('REASON_CODE_UNFREEZE.2', '企业已更新登记信息', 'REASON_CODE_UNFREEZE', false),
    ('REASON_CODE_REISSUE.1', '印制的企业码遗失', 'REASON_CODE_REISSUE', false),
    ('REASON_CODE_REISSUE.2', '企业码被他人冒用', 'REASON_CODE_REISSUE', false),
    ('REASON_CODE_REISSUE.3', '企业申请更换', 'REASON_CODE_REISSUE', false),
    ('REASON_CODE_REVOKE.1', '企业已办理注销登记', 'REASON_CODE_REVOKE', false),
    ('REASON_CODE_REVOKE.2', '授权材料不实', 'REASON_CODE_REVOKE', false),
    ('REASON_CODE_REVOKE.3', '企业申请注销', 'REASON_CODE_REVOKE', false),
    ('REASON_KEY_REJECT.1', '用途不明确', 'REASON_KEY_REJECT', false),
    ('REASON_KEY_REJECT.2', '申请的接口权限超出用途', 'REASON_KEY_REJECT', false),
    ('REASON_KEY_REJECT.3', '调用地址不能确认', 'REASON_KEY_REJECT', false),
    ('REASON_KEY_REVOKE.1', '异常调用', 'REASON_KEY_REVOKE', false),
    ('REASON_KEY_REVOKE.2', '用途已结束', 'REASON_KEY_REVOKE', false),
    ('REASON_KEY_REVOKE.3', '申请单位要求', 'REASON_KEY_REVOKE', false),
    ('REASON_POLICY_WITHDRAW.1', '文件已废止', 'REASON_POLICY_WITHDRAW', false),
    ('REASON_POLICY_WITHDRAW.2', '文件已修订，待新版核对后发布', 'REASON_POLICY_WITHDRAW', false),
    ('REASON_POLICY_WITHDRAW.3', '内容有误，待更正', 'REASON_POLICY_WITHDRAW', false),
    ('REASON_LOAN_MATERIAL.1', '近六个月的银行流水', 'REASON_LOAN_MATERIAL', false),
    ('REASON_LOAN_MATERIAL.2', '近两年的财务报表', 'REASON_LOAN_MATERIAL', false),
    ('REASON_LOAN_MATERIAL.3', '购销合同', 'REASON_LOAN_MATERIAL', false),
    ('REASON_LOAN_MATERIAL.4', '抵押物权属证明', 'REASON_LOAN_MATERIAL', false)
on conflict (code) do nothing;

-- The pages ask for these categories.
update dictionary_item set loaded = true
where parent_code is null and (code = 'LOAN_PURPOSE' or code like 'REASON\_%');

update reference_revision set revision = revision + 1;
