package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.policy.desk.DueIn;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What a list of applications is narrowed by.
 *
 * @param q part of number, enterprise or project
 * @param from first day of submission
 * @param to last day of submission
 * @param money only those whose money is in this part of the budget
 * @param accountWanted only those whose payment the bank did not take, or gave back
 * @param lapsed only those that the last check before the payment found not to fit any more, and over which nobody has decided
 * @param payable only those that can be put into a batch, or can be once the account or the reason why they failed is mended; where {@code lapsed} is asked for too,
 *     also those of a batch that nobody has approved
 * @param due only those whose review is promised for then
 */
record RedemptionFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable RedemptionStatus status,
        @Nullable UUID projectId,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable DueIn due,
        @Nullable MoneyPart money,
        @Nullable Boolean accountWanted,
        @Nullable Boolean lapsed,
        @Nullable Boolean payable) {}
