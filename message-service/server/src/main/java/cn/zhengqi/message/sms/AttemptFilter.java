package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.AttemptCondition;
import cn.zhengqi.message.push.SmsProvider;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among the attempts to bring text messages.
 *
 * @param receiver part of the receiver's name
 * @param from first day, in the district
 * @param to last day
 * @param sort {@code sentAt,asc} or {@code sentAt,desc}; latest first when absent
 */
record AttemptFilter(
        @Nullable UUID accountId,
        @Nullable SmsProvider provider,
        @Nullable AttemptState state,
        @Nullable Purpose purpose,
        @Nullable @Size(max = 50) String receiver,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    AttemptCondition condition() {
        return AttemptCondition.any()
                .equal("a.account_id", accountId)
                .equal("a.provider", provider)
                .equal("a.state", state)
                .equal("a.purpose", purpose)
                .receiver(receiver)
                .days(from, to);
    }

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    String order() {
        return AttemptCondition.order(sort);
    }
}
