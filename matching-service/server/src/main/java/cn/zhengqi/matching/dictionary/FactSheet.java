package cn.zhengqi.matching.dictionary;

import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.web.sheet.Sheet;

/** The dictionary as a file. */
final class FactSheet {

    static final Sheet<FactEntry> SHEET = Sheet.<FactEntry>titled("指标字典")
            .column("编码", FactEntry::name)
            .column("指标名称", FactEntry::label)
            .column("分组", FactEntry::group)
            .column("形式", row -> form(row.kind()))
            .column("单位", FactEntry::unit)
            .column("来源", row -> source(row.source()))
            .column("期间", FactEntry::period)
            .column("可见范围", FactEntry::visibleTo)
            .column("计算公式", FactEntry::formula)
            .column("可选值", FactEntry::choices)
            .column("说明", FactEntry::hint)
            .column("引用政策（条）", FactEntry::policies)
            .column("引用产品（个）", FactEntry::products)
            .column("引用标签（个）", FactEntry::tags);

    private FactSheet() {}

    private static String source(FactSource source) {
        return switch (source) {
            case REGISTER -> "登记信息";
            case SELF -> "企业填报";
            case TAX -> "涉税数据";
            case DEMO -> "演示数据";
            case DERIVED -> "计算得出";
        };
    }

    private static String form(FactKind kind) {
        return switch (kind) {
            case NUMBER -> "数值";
            case INTEGER -> "整数";
            case BOOLEAN -> "是否";
            case DATE -> "日期";
            case TEXT -> "代码";
            case CHOICE -> "单选";
            case MULTI_CHOICE -> "多选";
            case YEARS -> "按年度";
        };
    }
}
