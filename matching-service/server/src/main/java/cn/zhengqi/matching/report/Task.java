package cn.zhengqi.matching.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to do.
 *
 * @param from the first day on which it can be done; absent = at once
 * @param due the last day; absent where no document states one
 * @param codes of the policies that it is for
 */
public record Task(
        Kind kind, @Nullable LocalDate from, @Nullable LocalDate due, String words, List<String> codes) {

    /** What is to be done. */
    public enum Kind {
        APPLY,
        CLOSE_GAP,
        FILL
    }
}
