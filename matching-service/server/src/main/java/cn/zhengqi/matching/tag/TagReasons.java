package cn.zhengqi.matching.tag;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import java.util.List;
import java.util.stream.Collectors;

/** Why a derived tag is there, or what would have to be known, a line for each condition. */
final class TagReasons {

    private TagReasons() {}

    /** @param figures whether the reader may know what the enterprise says of itself */
    static List<String> of(List<ConditionResult> conditions, boolean figures) {
        return conditions.stream().map(condition -> line(condition, figures)).toList();
    }

    private static String line(ConditionResult condition, boolean figures) {
        String asked =
                condition.required() == null ? condition.label() : condition.label() + " " + condition.required();
        return switch (condition.outcome()) {
            case MET ->
                "满足：" + asked
                        + (figures && condition.actual() != null
                                ? "（现为 " + condition.actual() + "）"
                                : chosen(condition));
            case NOT_MET -> "未满足：" + asked;
            case UNKNOWN -> condition.missingFacts().isEmpty() ? "待核实：" + asked : "待补充：" + missing(condition);
        };
    }

    private static String chosen(ConditionResult condition) {
        return condition.chosen() == null || condition.choice() != ConditionResult.Choice.ANY
                ? ""
                : "（" + condition.chosen() + "）";
    }

    private static String missing(ConditionResult condition) {
        return condition.missingFacts().stream().map(FactRef::label).collect(Collectors.joining("、"));
    }
}
