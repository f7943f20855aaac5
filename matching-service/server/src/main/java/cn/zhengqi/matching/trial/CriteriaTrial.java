package cn.zhengqi.matching.trial;

import cn.zhengqi.data.Json;
import cn.zhengqi.matching.api.criteria.CriteriaCheck;
import cn.zhengqi.matching.api.criteria.CriteriaFault;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.FactCheck;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Holds profiles against a tree that is in no library: what it says comes from the engine that matches, in its words. Each
 * question has its own, by the dictionary then in force.
 */
final class CriteriaTrial {

    private final FactDictionary facts;
    private final CriteriaCheck check;
    private final FactCheck factCheck;

    CriteriaTrial(FactDictionary facts) {
        this.facts = facts;
        check = new CriteriaCheck(facts);
        factCheck = FactCheck.ofCases(facts);
    }

    Trial.Answer answer(Map<String, Object> criteria, List<Trial.Profile> profiles, LocalDate day) {
        JsonNode tree = Json.MAPPER.valueToTree(criteria);
        List<CriteriaFault> faults = check.faults(tree);
        if (!faults.isEmpty()) {
            return new Trial.Answer(faults, List.of(), List.of());
        }
        RuleBook book = RuleBook.of(
                facts,
                List.of(PolicyRule.ofConditions("DRAFT", "0", "", Json.MAPPER.treeToValue(tree, Criterion.class))));
        Evaluation nobody = book.evaluate(FactVector.of(facts, Map.of(), day));
        return new Trial.Answer(
                List.of(),
                new Explainer(nobody).conditions(0),
                profiles.stream().map(profile -> outcome(book, profile, day)).toList());
    }

    private Trial.Outcome outcome(RuleBook book, Trial.Profile profile, LocalDate day) {
        Evaluation evaluation = book.evaluate(FactVector.ofCase(facts, factCheck.sound(profile.facts(), day), day));
        return new Trial.Outcome(
                profile.name(),
                evaluation.outcome(0),
                factCheck.check(profile.facts(), day).stream()
                        .map(FactCheck.Problem::message)
                        .toList(),
                new Explainer(evaluation).conditions(0));
    }
}
