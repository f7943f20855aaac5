package cn.zhengqi.kernel.processing;

import cn.zhengqi.kernel.Term;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long data is kept.
 *
 * @param period after which it goes; absent where an occasion ends it
 * @param occasion from which the period counts, or which ends it, in Chinese
 */
public record Retention(@Nullable Period period, String occasion) {

    private static final int DAYS_OF_YEAR = 365;

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
        // A setting in days that means years is told as what it means.
        boolean years = period.getDays() > 0 && period.getDays() % DAYS_OF_YEAR == 0;
        long months = period.toTotalMonths() + (years ? period.getDays() / DAYS_OF_YEAR * 12L : 0);
        if (months > 0) {
            text.append(' ').append(Term.format(months));
        }
        if (period.getDays() > 0 && !years) {
            text.append(' ').append(period.getDays()).append(" 天");
        }
        return text.toString();
    }
}
