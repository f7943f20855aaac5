package cn.zhengqi.policy.declaration;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What policy-service keeps of a person, for them to take out; their own, so nothing is covered. */
public record MyData(List<Declared> declarations, List<Redeemed> redemptions) {

    /**
     * What the person declared in the name of an enterprise.
     *
     * @param number absent while it is a draft
     * @param answers by the keys of the form
     */
    public record Declared(
            @Nullable String number,
            String enterpriseName,
            String projectTitle,
            String status,
            @Nullable String contactName,
            @Nullable String contactPhone,
            Map<String, Object> answers,
            @Nullable OffsetDateTime submittedAt) {}

    /**
     * What the person applied for in the name of an enterprise.
     *
     * @param basis figure that was claimed
     * @param amount 元, as far as it is recognised
     */
    public record Redeemed(
            String number,
            String enterpriseName,
            String projectTitle,
            String status,
            @Nullable BigDecimal basis,
            @Nullable BigDecimal amount,
            String statement,
            @Nullable String accountName,
            @Nullable String accountBank,
            @Nullable String accountNumber,
            OffsetDateTime submittedAt) {}
}
