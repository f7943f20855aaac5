package cn.zhengqi.kernel.promise;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event of a service says when those who work on a case are called to it.
 *
 * @param about whose case it is and what it is about, in words
 * @param institutionId who has to answer; null: whoever may
 * @param branchId of the institution, at which the case lies; absent: at its head office, and in facts from before it was told
 * @param townCode where the enterprise lies; absent where that is not known, and in facts from before it was told
 * @param handlerId the person who took it up
 * @param level how far up the chain, from 1; 0 where it goes to those who work on it. Of a date that was moved, how far up it had been told
 * @param rung up to whom that level goes; absent at level 0, and in facts from before it was told: everybody
 * @param workingDays that were promised
 * @param by name of the supervisor who urged or decided, or of who asks for more time
 * @param extension what was answered to whom; absent but where more time was approved or not
 */
public record PromiseCall(
        UUID promiseId,
        UUID caseId,
        String caseNumber,
        String about,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        @Nullable UUID branchId,
        @Nullable String townCode,
        @Nullable UUID handlerId,
        PromiseSignal signal,
        int level,
        @Nullable PromiseRung rung,
        int workingDays,
        @Nullable Instant dueAt,
        @Nullable String by,
        @Nullable ExtensionAnswer extension,
        Instant at) {}
