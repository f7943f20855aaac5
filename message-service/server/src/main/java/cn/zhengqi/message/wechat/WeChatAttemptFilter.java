package cn.zhengqi.message.wechat;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.push.AttemptCondition;
import cn.zhengqi.message.push.PushChannel;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among the attempts at WeChat.
 *
 * @param receiver part of the receiver's name
 * @param from first day, in the district
 * @param to last day
 * @param sort {@code sentAt,asc} or {@code sentAt,desc}; latest first when absent
 */
record WeChatAttemptFilter(
        @Nullable UUID accountId,
        @Nullable PushChannel way,
        @Nullable WeChatAttemptState state,
        @Nullable @Size(max = 50) String receiver,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    /** Those of copies of the service before this one at nobody are none: WeChat was not asked. */
    AttemptCondition condition() {
        return AttemptCondition.any()
                .where("a.state != 'NOBODY'")
                .equal("a.account_id", accountId)
                .equal("a.way", way)
                .equal("a.state", state)
                .receiver(receiver)
                .days(from, to);
    }

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    String order() {
        return AttemptCondition.order(sort);
    }
}
