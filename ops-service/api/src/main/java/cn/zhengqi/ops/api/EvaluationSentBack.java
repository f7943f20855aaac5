package cn.zhengqi.ops.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * What was done about a 差评 is not enough: it is to be done again.
 *
 * @param reason in the words of who looked at it
 */
@EventType("ops.EvaluationSentBack")
public record EvaluationSentBack(@JsonUnwrapped EvaluatedCase about, String reason, Instant at)
        implements EvaluationFact {}
