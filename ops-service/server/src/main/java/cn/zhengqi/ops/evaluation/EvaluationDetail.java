package cn.zhengqi.ops.evaluation;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation with all that was done about it.
 *
 * @param answersFor whether its reader works for who has to call back
 * @param ownAnswer whether the answer is the reader's own, which somebody else looks at
 * @param shortNames what in the words seems to be a short name of the enterprise, and the names of those who evaluated where they stand there, for who publishes them; none of an anonymous one to who does not see whose it is
 */
public record EvaluationDetail(
        EvaluationView evaluation, List<Step> steps, boolean answersFor, boolean ownAnswer, List<String> shortNames) {

    public EvaluationDetail {
        steps = List.copyOf(steps);
        shortNames = List.copyOf(shortNames);
    }

    /** @param byName null for the enterprise and for the platform itself */
    public record Step(
            StepKind kind, @Nullable String words, @Nullable String byName, OffsetDateTime at) {}
}
