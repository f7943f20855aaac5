package cn.zhengqi.promise;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise as everybody sees it who sees the case.
 *
 * @param workingDays that were promised in all
 * @param dueOn the promised date; null while it stands still or cannot be said
 * @param remainingWorkingDays left until then, today counted; null once it ended or where it cannot be said
 * @param overdueWorkingDays whole working days by which it was missed; null when it was not
 * @param broken the date went by without an answer
 * @param note why there is no date
 * @param pausedSince when it began to stand still; null unless it does
 */
public record PromiseView(
        UUID id,
        PromiseState state,
        int workingDays,
        @Nullable LocalDate dueOn,
        @Nullable OffsetDateTime dueAt,
        @Nullable Integer remainingWorkingDays,
        @Nullable Integer overdueWorkingDays,
        boolean broken,
        @Nullable String note,
        @Nullable OffsetDateTime pausedSince) {}
