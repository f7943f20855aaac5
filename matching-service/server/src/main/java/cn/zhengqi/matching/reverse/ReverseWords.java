package cn.zhengqi.matching.reverse;

import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.engine.CodeNames;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.RuleFacts;
import cn.zhengqi.matching.profile.ProfileScan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What is said of an enterprise that was held against a policy or product: how it stands, and why. */
final class ReverseWords {

    private ReverseWords() {}

    /** @param figures whether the reader may know what an enterprise says of itself */
    static ReverseRow row(
            EligibilityRule rule,
            ReverseOutcome outcome,
            ProfileScan.Scanned one,
            Evaluation evaluation,
            boolean figures) {
        return new ReverseRow(
                one.id(),
                one.name(),
                one.uscc(),
                one.townName(),
                Optional.ofNullable(CodeNames.of("industryCode", one.industryCode()))
                        .orElse(one.industryCode()),
                outcome,
                evaluation.degree(0),
                evaluation.completeness(0),
                reasons(rule, one, evaluation, figures));
    }

    private static List<String> reasons(
            EligibilityRule rule, ProfileScan.Scanned one, Evaluation evaluation, boolean figures) {
        List<ConditionResult> conditions = new Explainer(evaluation).conditions(0);
        List<Criterion> criteria = RuleFacts.conditions(rule);
        List<String> reasons = new ArrayList<>();
        long met = 0;
        for (int i = 0; i < conditions.size(); i++) {
            ConditionResult condition = conditions.get(i);
            switch (condition.outcome()) {
                case MET -> met++;
                case NOT_MET -> {
                    boolean withheld = RuleFacts.ownersAlone(criteria.get(i))
                            || !Collections.disjoint(RuleFacts.of(criteria.get(i)), one.taxFacts());
                    String gap = condition.gapText();
                    reasons.add(
                            gap == null || withheld || !figures
                                    ? condition.label() + "未达到" + required(condition)
                                    : gap);
                }
                case UNKNOWN ->
                    reasons.add(
                            condition.missingFacts().isEmpty()
                                    ? condition.label() + "：条件待核实"
                                    : "待补充："
                                            + String.join(
                                                    "、",
                                                    condition.missingFacts().stream()
                                                            .map(ConditionResult.FactRef::label)
                                                            .toList()));
            }
        }
        if (met > 0) {
            reasons.add("已满足 " + met + " 项，共 " + conditions.size() + " 项");
        }
        return reasons;
    }

    private static String required(ConditionResult condition) {
        return condition.required() == null ? "要求" : "（要求 " + condition.required() + "）";
    }
}
