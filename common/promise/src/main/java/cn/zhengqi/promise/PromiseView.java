package cn.zhengqi.promise;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise as everybody sees it who sees the case.
 *
 * @param workingDays that are promised in all, with those by which it was extended
 * @param dueOn the promised date; null while it stands still or cannot be said
 * @param remainingWorkingDays after today up to the promised date, which counts: 1 on the working day before it, 0 on the day itself; while it stands still, those that it has once it goes on; null once it ended or where it cannot be said
 * @param overdueWorkingDays whole working days by which it was missed; null when it was not
 * @param broken the date went by without an answer
 * @param note why there is no date
 * @param pausedSince when it began to stand still; null unless it does
 * @param extended how the date was moved; null where it was not
 * @param extensionAsked more time was asked for, and nobody has decided yet
 * @param refused when more time was asked for and not approved, the oldest first; null where it was not. Why, those are told who asked
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
        @Nullable OffsetDateTime pausedSince,
        @Nullable Extended extended,
        boolean extensionAsked,
        @Nullable List<NotExtended> refused) {

    /** The same, of one for which more time was asked. */
    PromiseView asked(boolean waits, List<NotExtended> before) {
        return new PromiseView(
                id,
                state,
                workingDays,
                dueOn,
                dueAt,
                remainingWorkingDays,
                overdueWorkingDays,
                broken,
                note,
                pausedSince,
                extended,
                waits,
                before.isEmpty() ? null : List.copyOf(before));
    }

    /**
     * That the date stayed as it was.
     *
     * @param by working days that were asked for
     * @param at when it was refused
     */
    public record NotExtended(int by, OffsetDateTime at) {}

    /**
     * @param by working days that were added
     * @param reason why, as the applicant reads it
     * @param formerDueOn the date before; null where there was none then
     */
    public record Extended(
            int by,
            String reason,
            OffsetDateTime at,
            @Nullable LocalDate formerDueOn) {

        static Extended of(Promise.Extension it) {
            Instant former = it.formerDueAt();
            return new Extended(
                    it.by(), it.reason(), BusinessTime.at(it.at()), former == null ? null : BusinessTime.dayOf(former));
        }
    }
}
