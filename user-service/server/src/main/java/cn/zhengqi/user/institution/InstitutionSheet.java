package cn.zhengqi.user.institution;

import cn.zhengqi.web.sheet.Sheet;

/** The institutions as a file. Not in the filter, whose fields are described as what may be asked for. */
final class InstitutionSheet {

    static final Sheet<InstitutionRow> SHEET = Sheet.<InstitutionRow>titled("机构")
            .column("代码", InstitutionRow::code)
            .column("名称", InstitutionRow::name)
            .column("类型", row -> row.type().label())
            .column("上级", InstitutionRow::parentName)
            .column("地址", InstitutionRow::address)
            .column("电话", InstitutionRow::phone)
            .column("账号数", InstitutionRow::people)
            .column("下级数", InstitutionRow::branches)
            .column("状态", row -> row.retired() ? "已停用" : "正常");

    private InstitutionSheet() {}
}
