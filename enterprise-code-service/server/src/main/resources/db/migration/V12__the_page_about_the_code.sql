-- 企业码内容页: one row, what the portal says of the enterprise code. Kept by staff.
create table about_page (
    id              uuid        primary key,
    content         jsonb       not null,
    updated_at      timestamptz not null,
    updated_by_name text,
    version         int         not null
);

create unique index about_page_one on about_page ((true));

create table page_picture (
    id           uuid        primary key,
    name         text        not null check (length(name) between 1 and 120),
    content_type text        not null check (content_type in ('image/jpeg', 'image/png')),
    size         bigint      not null check (size > 0),
    object_key   text        not null,
    created_at   timestamptz not null
);

insert into about_page (id, updated_at, version, content) values ('01930000-0000-7000-8000-000000000001', now(), 0, '{
  "title": "企业码",
  "intro": "一家企业一个码。亮码办事，扫码看企业同意公开的信息，凭码匹配政策与贷款。",
  "functions": [
    {"icon": "code", "title": "动态码", "text": "60 秒内有效，扫过一次即失效，带数字签名，截图转发无用。"},
    {"icon": "print", "title": "静态码", "text": "可下载为图片打印张贴，遗失后一键作废更换。"},
    {"icon": "card", "title": "企业名片", "text": "基本、投资、资产、法务四类信息，只展示企业授权的部分。"},
    {"icon": "shield", "title": "数据授权", "text": "按类别授权、随时收回，授权范围就是扫码人能看到的范围。"},
    {"icon": "scan", "title": "扫码留痕", "text": "谁、何时、在哪里、看了什么，企业自己可查。"},
    {"icon": "match", "title": "智能匹配", "text": "有码即有画像，政策和贷款产品逐条比对，说明差在哪里。"}
  ],
  "steps": [
    {"title": "查找企业", "text": "按企业名称或统一社会信用代码，在登记信息中找到本企业"},
    {"title": "填报授权认证", "text": "法定代表人、经办人信息，上传加盖公章的授权书"},
    {"title": "工作人员审核", "text": "核对授权书与登记信息，结果以消息告知"},
    {"title": "企业码生成", "text": "审核通过即生成，出示、打印、匹配、申请都用它"}
  ],
  "pictures": []
}');
