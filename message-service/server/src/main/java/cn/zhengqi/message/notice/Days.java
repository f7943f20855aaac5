package cn.zhengqi.message.notice;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Days within the words of a notice; a promised one reads as on the pages. */
final class Days {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private Days() {}

    /** By a day of which the hour is not known: without saying so nobody knows whether that day counts. */
    static String by(String day) {
        return day + "前（含当日）";
    }

    /** By the hour at which the day ends, where the fact has it. */
    static @Nullable String by(@Nullable LocalDate day, @Nullable OffsetDateTime at) {
        if (at != null) {
            return andHour(at.toInstant()) + " 前";
        }
        return day == null ? null : by(BusinessTime.inWords(day));
    }

    static @Nullable String inWords(@Nullable LocalDate day) {
        return day == null ? null : BusinessTime.inWords(day);
    }

    static @Nullable String inWords(@Nullable Instant at) {
        return at == null ? null : BusinessTime.inWords(BusinessTime.dayOf(at));
    }

    static @Nullable String andHour(@Nullable Instant at) {
        return at == null ? null : inWords(at) + " " + HOUR.format(BusinessTime.at(at));
    }
}
