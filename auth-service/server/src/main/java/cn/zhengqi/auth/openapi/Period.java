package cn.zhengqi.auth.openapi;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How far back the count by day goes.
 *
 * @param days with today; thirty when absent
 */
record Period(
        @Nullable @Min(value = 1, message = "天数至少为 1") @Max(value = 180, message = "调用记录保留 180 天")
        Integer days) {

    private static final int USUAL = 30;

    int length() {
        return days == null ? USUAL : days;
    }
}
