package cn.zhengqi.message.sms;

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

    AttemptFilter.Condition condition() {
        return new AttemptFilter(null, provider, null, null, null, from, to, null).condition();
    }
}
