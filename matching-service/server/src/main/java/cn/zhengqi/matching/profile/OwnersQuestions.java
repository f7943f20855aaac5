package cn.zhengqi.matching.profile;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.events.audit.DayLimits;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingProblem;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.OwnersLimits;
import cn.zhengqi.matching.engine.RuleFacts;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who counts enterprises by conditions of their own making that rest on what is for the enterprises alone: each question that is answered is on record with all its conditions, and there are so
 * many a day and no more. By several of them the figure of one enterprise can be narrowed down, which no answer by itself can prevent (docs/matching.md).
 */
@Service
public class OwnersQuestions {

    static final DayLimits.Limit A_DAY = new DayLimits.Limit("OWNERS_QUESTIONS", "按只对企业本人可见的数据统计企业", 20);

    /** Of a longer text the record keeps the beginning alone. */
    private static final int OF_A_PART = 500;

    /** Longer than anybody writes by hand; what is longer cannot be put on record whole, and is not counted by. */
    private static final int MOST_PARTS = 20;

    /** What people read beside a condition: who is counted does not rest on it. */
    private static final Set<String> WORDS = Set.of("clause", "label", "hint", "name", "reason");

    private final DayLimits limits;
    private final AuditTrail audit;

    OwnersQuestions(DayLimits limits, AuditTrail audit) {
        this.limits = limits;
        this.audit = audit;
    }

    /** @param conditions one text, cut where the record would cut it */
    private record Asked(Map<String, String> conditions) {}

    /**
     * Before anything is counted.
     *
     * @param published what is in force beside them; null: nothing
     * @throws ProblemException OWNERS_LIMIT_TOO_FINE, OWNERS_QUESTION_TOO_LONG
     */
    public void check(Criterion typed, @Nullable Criterion published) {
        if (!RuleFacts.ownersAlone(typed)) {
            return;
        }
        new OwnersLimits(FactDictionary.inForce()).refusal(typed, published).ifPresent(why -> {
            throw new ProblemException(MatchingProblem.OWNERS_LIMIT_TOO_FINE, why);
        });
        if (conditions(typed).length() > OF_A_PART * MOST_PARTS) {
            throw new ProblemException(MatchingProblem.OWNERS_QUESTION_TOO_LONG);
        }
    }

    /**
     * Before anything is told; of conditions that rest on nothing of that kind nothing is kept.
     *
     * @param about for what they are written
     * @throws ProblemException TOO_MANY_REQUESTS
     */
    @Transactional
    public void count(UUID person, String about, Criterion typed) {
        if (!RuleFacts.ownersAlone(typed)) {
            return;
        }
        limits.count(A_DAY, person);
        audit.changed(ProfileAction.OWNERS_FACTS_COUNTED, person, about, null, new Asked(parts(conditions(typed))));
    }

    private static Map<String, String> parts(String conditions) {
        Map<String, String> parts = new TreeMap<>();
        for (int from = 0; from < conditions.length(); from += OF_A_PART) {
            parts.put(
                    "%02d".formatted(parts.size() + 1),
                    conditions.substring(from, Math.min(conditions.length(), from + OF_A_PART)));
        }
        return parts;
    }

    private static String conditions(Criterion typed) {
        JsonNode tree =
                Json.MAPPER.readTree(Json.MAPPER.writerFor(Criterion.class).writeValueAsString(typed));
        leaveOutWords(tree);
        return tree.toString();
    }

    private static void leaveOutWords(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(WORDS);
        }
        node.forEach(OwnersQuestions::leaveOutWords);
    }
}
