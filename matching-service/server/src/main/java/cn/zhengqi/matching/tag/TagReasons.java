package cn.zhengqi.matching.tag;

import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.engine.RuleFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Why a derived tag is there, or what would have to be known, a line for each condition. */
final class TagReasons {

    private static final String MET = "已满足";

    private TagReasons() {}

    /**
     * @param criteria the conditions, in the order of what is told of them
     * @param figures whether the reader may know what the enterprise says of itself
     * @param own the reader is of the enterprise: to others no figure is told that is for it alone
     */
    static List<String> of(List<ConditionResult> conditions, List<Criterion> criteria, boolean figures, boolean own) {
        return IntStream.range(0, conditions.size())
                .mapToObj(i -> line(conditions.get(i), criteria.get(i), figures, own))
                .toList();
    }

    private static String line(ConditionResult condition, Criterion criterion, boolean figures, boolean own) {
        return switch (condition.outcome()) {
            case MET -> met(condition, criterion, figures, !own && RuleFacts.ownersAlone(criterion));
            case NOT_MET -> told(condition.label(), asked(condition, criterion), "未满足");
            case UNKNOWN ->
                condition.missingFacts().isEmpty()
                        ? told(condition.label(), asked(condition, criterion), "待核实")
                        : "待补充：" + missing(condition);
        };
    }

    private static String met(ConditionResult condition, Criterion criterion, boolean figures, boolean withheld) {
        String asked = asked(condition, criterion);
        if (withheld) {
            return told(condition.label(), asked, MET);
        }
        String actual = condition.actual();
        if (!figures || actual == null) {
            return told(condition.label() + chosen(condition), asked, MET);
        }
        // What is just what was asked for is said once.
        return actual.equals(condition.required())
                ? told(condition.label(), actual, MET)
                : told(condition.label(), asked, "现为 " + actual, MET);
    }

    private static String told(String label, @Nullable String... parts) {
        return label + "：" + Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining("，"));
    }

    private static @Nullable String asked(ConditionResult condition, Criterion criterion) {
        return condition.required() == null ? null : "要求 " + either(condition.required(), criterion);
    }

    /** One of several is enough, unless their names are lists themselves. */
    private static String either(String required, Criterion criterion) {
        boolean one = criterion instanceof Comparison comparison
                && comparison.op() == Operator.IN
                && comparison.value() instanceof Value.Texts texts
                && required.split("、").length == texts.texts().size();
        int last = required.lastIndexOf('、');
        return one && last > 0 ? required.substring(0, last) + "或" + required.substring(last + 1) : required;
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
