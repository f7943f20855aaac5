package cn.zhengqi.promise;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When who is told of a running promise.
 *
 * @param dueAt null while it lies in a year that is not arranged yet
 * @param escalateAt as far as the calendar reaches
 */
record Deadlines(@Nullable Instant warnAt, @Nullable Instant dueAt, List<Instant> escalateAt) {

    static final Deadlines UNKNOWN = new Deadlines(null, null, List.of());

    Deadlines {
        escalateAt = List.copyOf(escalateAt);
    }
}
