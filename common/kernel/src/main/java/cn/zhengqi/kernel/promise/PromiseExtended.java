package cn.zhengqi.kernel.promise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an event of a service says when the promised date of a case was moved, which happens once at most.
 *
 * @param reason as the applicant is told it
 * @param extendedBy working days that were added to those that were promised
 * @param workingDays that are promised in all now
 * @param formerDueAt absent where it stood still, or lay in a year without calendar; so {@code dueAt}
 */
public record PromiseExtended(
        String reason,
        int extendedBy,
        int workingDays,
        @Nullable Instant formerDueAt,
        @Nullable Instant dueAt,
        Instant at) {}
