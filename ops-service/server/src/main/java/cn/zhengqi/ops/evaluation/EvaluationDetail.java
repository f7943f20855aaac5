package cn.zhengqi.ops.evaluation;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation with all that was done about it.
 *
 * @param answersFor whether its reader works for who has to call back
 * @param ownAnswer whether the answer is the reader's own, which somebody else looks at
 * @param shortNames what in the words seems to be a short name of the enterprise, for who publishes them; none of an anonymous one to who does not see whose it is
 * @param ownNames what {@link Evaluation#ownNames} are, which nobody else reads; to the same
 */
public record EvaluationDetail(
        EvaluationView evaluation,
        List<Step> steps,
        boolean answersFor,
        boolean ownAnswer,
        List<String> shortNames,
        List<String> ownNames) {

    public EvaluationDetail {
        steps = List.copyOf(steps);
        shortNames = List.copyOf(shortNames);
        ownNames = List.copyOf(ownNames);
    }

    /** @param byName null for the enterprise and for the platform itself */
    public record Step(
            StepKind kind, @Nullable String words, @Nullable String byName, OffsetDateTime at) {}
}
