package cn.zhengqi.matching.tag;

import cn.zhengqi.web.sheet.Sheet;

/** The library, and who has a tag of it, as files. */
final class TagSheets {

    static final Sheet<TagRow> LIBRARY = Sheet.<TagRow>titled("标签库")
            .column("标签名称", TagRow::name)
            .column("对象", row -> row.subject().label())
            .column("类型", row -> row.kind().label())
            .column("分类", TagRow::category)
            .column("得出方式", row -> row.derived() ? "按条件得出" : "人工设置")
            .column("说明", TagRow::description)
            .column("已设置（个）", TagRow::holders)
            .column("状态", row -> row.retired() ? "已停用" : "使用中")
            .column("更新时间", TagRow::updatedAt);

    private TagSheets() {}

    /** A file of those who have it by hand can be brought back in: it has the columns of an import. */
    static Sheet<TagHolder> holders(Tag tag) {
        return Sheet.<TagHolder>titled("标签-" + tag.name())
                .column(Wish.TAG, row -> tag.name())
                .column(tag.subject().codeName(), TagHolder::code)
                .column("名称", TagHolder::name)
                .column("镇街", TagHolder::townName)
                .column("行业", TagHolder::industryName)
                .column("结论", row -> row.state().label())
                .column("依据", row -> String.join("；", row.reasons()))
                .column("设置人", TagHolder::setBy)
                .column("设置机构", TagHolder::setByInstitution)
                .column("设置时间", TagHolder::setAt)
                .column(Wish.NOTE, TagHolder::note);
    }
}
