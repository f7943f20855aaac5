package cn.zhengqi.matching.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that the report rests on.
 *
 * @param from its first day, absent where that is not recorded
 * @param to its last day, absent where it has none
 * @param verified false shows 待核实
 * @param note how it was collected, absent where that is not recorded
 */
public record Source(
        String code,
        String title,
        String docNumber,
        String edition,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean verified,
        @Nullable String note) {}
