-- What was covered before begins with two letters of the name, and with one of a short name: where these are no province, they are what the enterprise is known by.
update ticker set text = regexp_replace(text, '^(内蒙|黑龙)\*{4}', case left(text, 2) when '内蒙' then '内蒙古****' else '黑龙江****' end)
where text ~ '^(内蒙|黑龙)\*{4}';
update ticker set text = regexp_replace(text, '^[^* ]{2}\*{4}', '****')
where text ~ '^[^* ]{2}\*{4}'
  and left(text, 2) not in ('北京', '天津', '上海', '重庆', '河北', '山西', '辽宁', '吉林', '江苏', '浙江', '安徽', '福建', '江西', '山东', '河南', '湖北',
    '湖南', '广东', '广西', '海南', '四川', '贵州', '云南', '西藏', '陕西', '甘肃', '青海', '宁夏', '新疆', '香港', '澳门', '台湾');
update ticker set text = regexp_replace(text, '^[^* ]\*{3} ', '*** ') where text ~ '^[^* ]\*{3} ';
