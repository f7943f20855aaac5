package cn.zhengqi.finance.coordination;

import cn.zhengqi.promise.WorkCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How long banks took to answer recommendations, in working days as their promise counts them: the day of the recommendation is not counted, that of the answer is.
 * What reaches into a year that is not arranged yet counts in no average, for it is not guessed.
 */
record AnswerTimes(List<Answered> all, WorkCalendar calendar) {

    AnswerTimes {
        all = List.copyOf(all);
    }

    /** Recommendations of one town to one bank that were made on one day and answered on another. */
    record Answered(UUID bankId, String townCode, LocalDate recommendedOn, LocalDate answeredOn, long answers) {}

    /** In working days, to one decimal; null where nothing can be said. */
    @Nullable
    BigDecimal average() {
        return average(one -> true);
    }

    @Nullable
    BigDecimal ofTown(String townCode) {
        return average(one -> one.townCode().equals(townCode));
    }

    @Nullable
    BigDecimal ofBank(UUID bankId) {
        return average(one -> one.bankId().equals(bankId));
    }

    private @Nullable BigDecimal average(Predicate<Answered> which) {
        long answers = 0;
        long days = 0;
        for (Answered one : all) {
            OptionalInt took = calendar.between(one.recommendedOn(), one.answeredOn());
            if (took.isPresent() && which.test(one)) {
                answers += one.answers();
                days += one.answers() * took.getAsInt();
            }
        }
        return answers == 0
                ? null
                : BigDecimal.valueOf(days).divide(BigDecimal.valueOf(answers), 1, RoundingMode.HALF_UP);
    }
}
