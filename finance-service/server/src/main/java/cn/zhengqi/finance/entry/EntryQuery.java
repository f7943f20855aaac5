package cn.zhengqi.finance.entry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted, in the form the database needs.
 *
 * @param reviewed only what the finance office has been given
 * @param pattern for {@code ilike}
 */
record EntryQuery(
        boolean reviewed,
        @Nullable EntryStatus status,
        @Nullable UUID bankId,
        @Nullable String pattern) {}
