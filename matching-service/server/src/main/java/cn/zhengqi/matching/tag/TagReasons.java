package cn.zhengqi.matching.tag;

import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.engine.RuleFacts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Why a derived tag is there, or what would have to be known, a line for each condition. */
final class TagReasons {

    private TagReasons() {}

    /**
     * @param criteria the conditions, in the order of what is told of them
     * @param figures whether the reader may know what the enterprise says of itself
     * @param own the reader is of the enterprise: to others no figure is told that is for it alone
     */
    static List<String> of(List<ConditionResult> conditions, List<Criterion> criteria, boolean figures, boolean own) {
        return IntStream.range(0, conditions.size())
                .mapToObj(i -> line(conditions.get(i), figures, !own && RuleFacts.ownersAlone(criteria.get(i))))
                .toList();
    }

    private static String line(ConditionResult condition, boolean figures, boolean withheld) {
        String asked =
                condition.required() == null ? condition.label() : condition.label() + " " + condition.required();
        return switch (condition.outcome()) {
            case MET ->
                "满足：" + asked
                        + (withheld
                                ? ""
                                : figures && condition.actual() != null
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
