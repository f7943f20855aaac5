package cn.zhengqi.user.register;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days that are counted.
 *
 * @param from first day; {@code to}: last day
 */
record RegistrationPeriod(@NotNull LocalDate from, @NotNull LocalDate to) {

    private static final int MOST_DAYS = 366;

    /** Both are there by then: what is missing is told of itself. */
    @AssertTrue(message = "请选择起止日期，结束日期不早于开始日期，最多 366 天")
    boolean isInOrder() {
        return from == null || to == null || (!to.isBefore(from) && days() <= MOST_DAYS);
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
