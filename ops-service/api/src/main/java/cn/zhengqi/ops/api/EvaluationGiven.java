package cn.zhengqi.ops.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * An enterprise said how a finished case was handled; the assessment counts by it.
 *
 * @param tags words of the dictionary that were chosen with the grade
 * @param again whether it is the second evaluation, after a call-back
 */
@EventType(value = "ops.EvaluationGiven", kept = Kept.FOR_REBUILDING)
public record EvaluationGiven(
        @JsonUnwrapped EvaluatedCase about, Grade grade, List<String> tags, boolean again, Instant at)
        implements EvaluationFact {

    public EvaluationGiven {
        tags = List.copyOf(tags);
    }
}
