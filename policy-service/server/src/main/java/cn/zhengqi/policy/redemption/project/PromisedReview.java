package cn.zhengqi.policy.redemption.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Within what time an application is reviewed, as it is told before anybody applies.
 *
 * @param workingDays that are promised
 * @param dueOn by when what comes in now is reviewed; absent where the calendar is silent
 */
public record PromisedReview(int workingDays, @Nullable LocalDate dueOn) {}
