package cn.zhengqi.ops.api;

import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What became of an evaluation. */
public sealed interface EvaluationFact extends DomainEvent
        permits EvaluationGiven, EvaluationAnswered, EvaluationSentBack, EvaluationAnswerPassed {

    /** Its members stand among the others in the event's data. */
    EvaluatedCase about();

    Instant at();

    @Override
    default UUID subject() {
        return about().evaluationId();
    }
}
