package cn.zhengqi.matching.engine;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactKind;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Values of a fact as a reader writes them, each with its unit. */
final class ValueWords {

    private ValueWords() {}

    /** Such as ≥ 10% or 高新技术企业. */
    static String required(FactDefinition fact, Comparison comparison) {
        String limit = value(fact, comparison.value());
        return switch (comparison.op()) {
            case AT_LEAST -> fact.kind() == FactKind.DATE ? limit + " 及以后" : "≥ " + limit;
            case MORE_THAN -> "> " + limit;
            case AT_MOST -> "≤ " + limit;
            case LESS_THAN -> "< " + limit;
            case EQUAL, BETWEEN, IN -> limit;
            case NOT_EQUAL -> "不是 " + limit;
            case NOT_IN -> "不属于 " + limit;
            case CONTAINS -> "有 " + limit;
            case CONTAINS_ANY -> "有其一：" + limit;
        };
    }

    /** A value that facts are compared with. */
    static String value(FactDefinition fact, Value value) {
        return switch (value) {
            case Value.Amount amount -> number(fact, amount.number().doubleValue());
            case Value.Flag flag -> flag.flag() ? "是" : "否";
            case Value.Text text -> item(fact, text.text());
            case Value.Texts texts ->
                texts.texts().stream().map(text -> item(fact, text)).collect(Collectors.joining("、"));
            case Value.Range range ->
                Figures.grouped(range.from()) + "～" + number(fact, range.to().doubleValue());
        };
    }

    static String item(FactDefinition fact, String text) {
        return switch (fact.name()) {
            case "industryCode" -> IndustryNames.of(text);
            case "regionCode" -> RegionNames.of(text);
            default -> text;
        };
    }

    static String number(FactDefinition fact, double value) {
        return switch (fact.kind()) {
            case BOOLEAN -> value == 1 ? "是" : "否";
            case DATE -> BusinessTime.inWords(LocalDate.ofEpochDay((long) value));
            default -> Figures.of(value, false) + ("%".equals(fact.unit()) ? "%" : unit(fact));
        };
    }

    /** With the blank before it; nothing for a bare number. */
    static String unit(FactDefinition fact) {
        return fact.unit() == null ? "" : " " + fact.unit();
    }
}
