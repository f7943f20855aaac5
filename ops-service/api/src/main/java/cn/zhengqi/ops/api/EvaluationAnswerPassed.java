package cn.zhengqi.ops.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What was done about a 差评 was looked at and found good: the enterprise is told, and may evaluate once more.
 *
 * @param words as who handled the case wrote them
 * @param until last day of the second evaluation
 */
@EventType("ops.EvaluationAnswerPassed")
public record EvaluationAnswerPassed(
        @JsonUnwrapped EvaluatedCase about, CallBackAnswer answer, String words, LocalDate until, Instant at)
        implements EvaluationFact {}
