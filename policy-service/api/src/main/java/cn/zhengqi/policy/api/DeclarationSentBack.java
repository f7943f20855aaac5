package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * The enterprise has to supplement.
 *
 * @param reason in the words of the department
 * @param marked labels of what has to be supplemented
 */
@EventType("policy.DeclarationSentBack")
public record DeclarationSentBack(
        @JsonUnwrapped DeclarationParties parties, String reason, List<String> marked, Instant at)
        implements DeclarationFact {}
