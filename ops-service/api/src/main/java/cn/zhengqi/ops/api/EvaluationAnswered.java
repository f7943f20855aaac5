package cn.zhengqi.ops.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** Who handled the case said what was done about a 差评; somebody else looks at it. */
@EventType("ops.EvaluationAnswered")
public record EvaluationAnswered(@JsonUnwrapped EvaluatedCase about, CallBackAnswer answer, Instant at)
        implements EvaluationFact {}
