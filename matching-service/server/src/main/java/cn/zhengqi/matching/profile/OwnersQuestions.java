package cn.zhengqi.matching.profile;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.events.audit.DayLimits;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.engine.RuleFacts;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who counts enterprises by conditions of their own making that rest on what is for the enterprises alone: each question is on record with its conditions, and there are so many a day and no
 * more. By the difference of two of them the figure of one enterprise can be narrowed down, which no answer by itself can prevent (docs/matching.md).
 */
@Service
public class OwnersQuestions {

    static final DayLimits.Limit A_DAY = new DayLimits.Limit("OWNERS_QUESTIONS", "按只对企业本人可见的数据统计企业", 20);

    /** Longer than anybody writes by hand. */
    private static final int MOST_TOLD = 4_000;

    private final DayLimits limits;
    private final AuditTrail audit;

    OwnersQuestions(DayLimits limits, AuditTrail audit) {
        this.limits = limits;
        this.audit = audit;
    }

    private record Asked(String conditions) {}

    /**
     * Before anything is counted; of conditions that rest on nothing of that kind nothing is kept.
     *
     * @param about for what they are written
     * @throws ProblemException TOO_MANY_REQUESTS
     */
    @Transactional
    public void ask(UUID person, String about, Criterion typed) {
        if (!RuleFacts.ownersAlone(typed)) {
            return;
        }
        limits.count(A_DAY, person);
        String conditions = Json.MAPPER.writerFor(Criterion.class).writeValueAsString(typed);
        audit.changed(
                ProfileAction.OWNERS_FACTS_COUNTED,
                person,
                about,
                null,
                new Asked(conditions.substring(0, Math.min(conditions.length(), MOST_TOLD))));
    }
}
