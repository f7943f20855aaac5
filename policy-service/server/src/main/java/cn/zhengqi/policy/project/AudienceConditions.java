package cn.zhengqi.policy.project;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.CriteriaCheck;
import cn.zhengqi.matching.api.criteria.CriteriaFault;
import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.matching.api.criteria.InternalTrials;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.policy.PolicyProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The conditions of a project are right by the rules by which those of policies are, and say what the engine says of them. */
@Component
public class AudienceConditions {

    private final InternalTrials trials;

    AudienceConditions(InternalTrials trials) {
        this.trials = trials;
    }

    /**
     * With their words; those that are kept already have them.
     *
     * @param whose what the conditions are called
     * @param criteria absent: the project has none of its own
     * @param kept what the project has so far
     * @throws ProblemException VALIDATION_FAILED for what is too large; CRITERIA_FAULTY with what is wrong at which place; SERVICE_UNAVAILABLE
     */
    public @Nullable Audience told(String whose, @Nullable Map<String, Object> criteria, @Nullable Audience kept) {
        if (criteria == null) {
            return null;
        }
        if (kept != null && Json.MAPPER.valueToTree(criteria).equals(Json.MAPPER.valueToTree(kept.criteria()))) {
            return kept;
        }
        if (Json.MAPPER.writeValueAsBytes(criteria).length > Trial.MOST_KILOBYTES_OF_CRITERIA * 1024) {
            throw ProblemException.validation(
                    "criteria", "TOO_LARGE", whose + "条件的文字过多，合计不超过 " + Trial.MOST_KILOBYTES_OF_CRITERIA + " KB，请精简");
        }
        requireSound(whose, new CriteriaCheck(FactDictionary.inForce()).faults(Json.MAPPER.valueToTree(criteria)));
        Trial.Answer answer = trials.answer(new Trial.Question(criteria, List.of(), null));
        requireSound(whose, answer.faults());
        return new Audience(criteria, CriterionView.of(answer.conditions()));
    }

    private static void requireSound(String whose, List<CriteriaFault> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    PolicyProblem.CRITERIA_FAULTY,
                    whose + "的条件有 " + faults.size() + " 处错误："
                            + faults.getFirst().message(),
                    Map.of("faults", faults));
        }
    }
}
