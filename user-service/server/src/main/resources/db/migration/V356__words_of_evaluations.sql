-- Tags of an evaluation, for those who were satisfied and for those who were not. Operators may change, add and retire them under 基础数据.
insert into dictionary_item (code, name, parent_code) values
    ('EVALUATION_PRAISE', '评价标签：满意', null),
    ('EVALUATION_COMPLAINT', '评价标签：不满意', null)
on conflict (code) do nothing;

insert into dictionary_item (code, name, parent_code, loaded) values
    ('EVALUATION_PRAISE.1', '办理效率高', 'EVALUATION_PRAISE', false),
    ('EVALUATION_PRAISE.2', '服务热情耐心', 'EVALUATION_PRAISE', false),
    ('EVALUATION_PRAISE.3', '一次说清材料和流程', 'EVALUATION_PRAISE', false),
    ('EVALUATION_PRAISE.4', '网上办理方便', 'EVALUATION_PRAISE', false),
    ('EVALUATION_PRAISE.5', '结果说明清楚', 'EVALUATION_PRAISE', false),
    ('EVALUATION_COMPLAINT.1', '办理时间过长', 'EVALUATION_COMPLAINT', false),
    ('EVALUATION_COMPLAINT.2', '要求提供多余材料', 'EVALUATION_COMPLAINT', false),
    ('EVALUATION_COMPLAINT.3', '没有一次说清材料和流程', 'EVALUATION_COMPLAINT', false),
    ('EVALUATION_COMPLAINT.4', '服务态度生硬', 'EVALUATION_COMPLAINT', false),
    ('EVALUATION_COMPLAINT.5', '网上办理不方便', 'EVALUATION_COMPLAINT', false),
    ('EVALUATION_COMPLAINT.6', '不通过的原因没有说清', 'EVALUATION_COMPLAINT', false)
on conflict (code) do nothing;

-- The pages ask for these categories.
update dictionary_item set loaded = true
where parent_code is null and code in ('EVALUATION_PRAISE', 'EVALUATION_COMPLAINT');

update reference_revision set revision = revision + 1;
