package cn.zhengqi.user.reference;

import cn.zhengqi.web.sheet.Sheet;

/** 基础数据 as a file, in the columns that an import reads. */
final class ReferenceSheet {

    static final String KIND = "种类";
    static final String CODE = "代码";
    static final String NAME = "名称";
    static final String TYPE = "类型";
    static final String PARENT = "上级代码";

    static final Sheet<ReferenceItem> SHEET = Sheet.<ReferenceItem>titled("基础数据")
            .column(KIND, item -> item.kind().label())
            .column(CODE, ReferenceItem::code)
            .column(NAME, ReferenceItem::name)
            .column(TYPE, ReferenceItem::typeName)
            .column(PARENT, ReferenceItem::parentCode)
            .column("上级名称", ReferenceItem::parentName)
            .column("状态", item -> item.retired() ? "已停用" : "正常")
            .column("使用数", ReferenceItem::usedBy)
            .column("来源", item -> item.loaded() ? "平台提供" : "自行维护");

    private ReferenceSheet() {}
}
