package cn.zhengqi.message.notice;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days within the words of a notice. */
final class Days {

    private Days() {}

    static @Nullable String inWords(@Nullable LocalDate day) {
        return day == null ? null : BusinessTime.inWords(day);
    }

    static @Nullable String inWords(@Nullable Instant at) {
        return at == null ? null : BusinessTime.inWords(BusinessTime.dayOf(at));
    }
}
