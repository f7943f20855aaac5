package cn.zhengqi.policy.reading;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactKind;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a number in a text measures, by the unit that stands after it; a fact is held only against what it is measured in. */
enum Measure {
    MONEY,
    PERCENT,
    PEOPLE,
    TIME,
    COUNT,
    POINTS,
    RANK,
    AGE,
    DAY,
    /** Without a unit: points, where the sentence says what of. */
    PLAIN,
    /** Units that no fact has. */
    OTHER;

    private static final Map<String, Measure> BY_WORD = Map.ofEntries(
            Map.entry("元", MONEY),
            Map.entry("%", PERCENT),
            Map.entry("％", PERCENT),
            Map.entry("人", PEOPLE),
            Map.entry("名", PEOPLE),
            Map.entry("位", PEOPLE),
            Map.entry("年", TIME),
            Map.entry("周年", TIME),
            Map.entry("月", TIME),
            Map.entry("个月", TIME),
            Map.entry("天", TIME),
            Map.entry("日", TIME),
            Map.entry("项", COUNT),
            Map.entry("件", COUNT),
            Map.entry("个", COUNT),
            Map.entry("分", POINTS),
            Map.entry("岁", AGE),
            Map.entry("周岁", AGE));

    private static final Map<String, Measure> BY_FACT = Map.of(
            "万元", MONEY, "%", PERCENT, "人", PEOPLE, "年", TIME, "月", TIME, "天", TIME, "项", COUNT, "分", POINTS, "名", RANK,
            "岁", AGE);

    static Measure ofWord(String unit) {
        return BY_WORD.getOrDefault(unit, OTHER);
    }

    static @Nullable Measure of(FactDefinition fact) {
        return fact.kind() == FactKind.DATE ? DAY : BY_FACT.get(Objects.requireNonNullElse(fact.unit(), ""));
    }
}
