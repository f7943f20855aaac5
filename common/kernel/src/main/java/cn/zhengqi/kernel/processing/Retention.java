package cn.zhengqi.kernel.processing;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long data is kept.
 *
 * @param period after which it goes; absent where an occasion ends it
 * @param occasion from which the period counts, or which ends it, in Chinese
 */
public record Retention(@Nullable Period period, String occasion) {

    /** For a period {@code from} an occasion on, such as 提交. */
    public static Retention of(Period period, String from) {
        return new Retention(period, from);
    }

    /** As long as something lasts, such as 账号注销. */
    public static Retention until(String end) {
        return new Retention(null, end);
    }

    /** In Chinese: 自提交起 2 年, 至账号注销. */
    public String text() {
        if (period == null) {
            return "至" + occasion;
        }
        StringBuilder text = new StringBuilder("自").append(occasion).append("起");
        if (period.getYears() > 0) {
            text.append(' ').append(period.getYears()).append(" 年");
        }
        if (period.getMonths() > 0) {
            text.append(' ').append(period.getMonths()).append(" 个月");
        }
        if (period.getDays() > 0) {
            text.append(' ').append(period.getDays()).append(" 天");
        }
        return text.toString();
    }
}
