package cn.zhengqi.message.sms;

import cn.zhengqi.message.push.AttemptCondition;
import cn.zhengqi.message.push.SmsProvider;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which days of which provider are summed up.
 *
 * @param from first day, in the district
 * @param to last day
 */
record CostFilter(
        @Nullable SmsProvider provider,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    AttemptCondition condition() {
        return AttemptCondition.any().equal("a.provider", provider).days(from, to);
    }
}
