package cn.zhengqi.finance.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** Which recommendation of an enterprise to a bank a fact is about. */
public record RecommendationParties(
        UUID recommendationId,
        UUID bankId,
        String bankName,
        @JsonUnwrapped CoordinationParties parties) {}
