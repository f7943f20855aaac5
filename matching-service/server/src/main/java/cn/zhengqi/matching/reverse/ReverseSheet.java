package cn.zhengqi.matching.reverse;

import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.web.sheet.Sheet;

/** The enterprises of a policy or product as a file. */
final class ReverseSheet {

    private ReverseSheet() {}

    static Sheet<ReverseRow> of(EligibilityRule rule) {
        boolean product = rule instanceof ProductRule;
        return Sheet.<ReverseRow>titled("反向匹配")
                .column("企业名称", ReverseRow::name)
                .column("统一社会信用代码", ReverseRow::uscc)
                .column("镇街", ReverseRow::townName)
                .column("行业", ReverseRow::industryName)
                .column("结论", row -> row.outcome().label(product))
                .column("匹配度（%）", ReverseRow::degree)
                .column("数据完整度（%）", ReverseRow::completeness)
                .column("依据", row -> String.join("；", row.reasons()));
    }
}
