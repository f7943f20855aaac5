-- Other services keep what was chosen from the dictionary by its name: a word that was renamed is still used under the names that it had.
create table dictionary_former_name (
    code text not null references dictionary_item on delete cascade,
    name text not null check (length(name) between 1 and 100),
    primary key (code, name)
);

-- Where the purposes that came with the platform were renamed before names were kept.
insert into dictionary_former_name (code, name)
select i.code, shipped.name
from (values
    ('LOAN_PURPOSE.1_MATERIALS', '采购原材料、支付货款'),
    ('LOAN_PURPOSE.2_EQUIPMENT', '购置设备'),
    ('LOAN_PURPOSE.3_RESEARCH', '研发投入'),
    ('LOAN_PURPOSE.4_TURNOVER', '支付工资与日常经营周转'),
    ('LOAN_PURPOSE.5_BUILDINGS', '厂房建设与装修')) as shipped (code, name)
join dictionary_item i on i.code = shipped.code and i.name <> shipped.name;
