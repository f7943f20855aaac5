package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.kernel.BusinessTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment that came back, as the department reads it.
 *
 * @param amount 元
 * @param reference by which the treasury knows that it came back
 * @param answer why it is not confirmed
 * @param version to be sent with the decision
 */
record ReturnView(
        UUID id,
        UUID applicationId,
        String applicationNumber,
        String projectTitle,
        String enterpriseName,
        UUID batchId,
        String batchNumber,
        BigDecimal amount,
        String reference,
        String reason,
        ReturnState state,
        UUID toldBy,
        String teller,
        OffsetDateTime toldAt,
        @Nullable String decider,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String answer,
        int version) {

    /** As it is read. */
    record Row(
            UUID id,
            UUID applicationId,
            String applicationNumber,
            String projectTitle,
            String enterpriseName,
            UUID batchId,
            String batchNumber,
            BigDecimal amount,
            String reference,
            String reason,
            ReturnState state,
            UUID toldBy,
            String teller,
            Instant toldAt,
            @Nullable String decider,
            @Nullable Instant decidedAt,
            @Nullable String answer,
            int version) {

        ReturnView view() {
            return new ReturnView(
                    id,
                    applicationId,
                    applicationNumber,
                    projectTitle,
                    enterpriseName,
                    batchId,
                    batchNumber,
                    amount,
                    reference,
                    reason,
                    state,
                    toldBy,
                    teller,
                    BusinessTime.at(toldAt),
                    decider,
                    decidedAt == null ? null : BusinessTime.at(decidedAt),
                    answer,
                    version);
        }
    }
}
