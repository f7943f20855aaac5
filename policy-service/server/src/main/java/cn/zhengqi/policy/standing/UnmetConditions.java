package cn.zhengqi.policy.standing;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.InternalStandings.Standing;
import java.util.List;
import java.util.stream.Stream;

/** What of conditions is surely not met, as a sentence about it goes on. */
final class UnmetConditions {

    private static final int MOST_TOLD = 5;

    private UnmetConditions() {}

    /** Empty where nothing of it is. */
    static String inWords(Stream<Standing> standings) {
        List<String> unmet = standings
                .flatMap(standing -> standing.conditions().stream())
                .filter(condition -> condition.outcome() == ConditionResult.Outcome.NOT_MET)
                .map(UnmetConditions::named)
                .distinct()
                .toList();
        if (unmet.isEmpty()) {
            return "";
        }
        String first = String.join("、", unmet.subList(0, Math.min(MOST_TOLD, unmet.size())));
        return "，未达到：" + (unmet.size() > MOST_TOLD ? first + "等 " + unmet.size() + " 项" : first);
    }

    private static String named(ConditionResult condition) {
        String required = condition.required();
        return required == null || required.equals(condition.label())
                ? condition.label()
                : condition.label() + "（要求 " + required + "）";
    }
}
