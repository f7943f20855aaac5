package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.application.LoanApplicationView.TimelineEntry;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan application as the system of its bank reads it. Amounts in yuan, the rate in percent a year.
 *
 * @param offeredRate of the offer that the enterprise chose, whose amount and term it asks for; null where it came of none
 * @param changedAt when something last happened to it
 * @param answerBy promised day of the bank's answer; null while it stands still, and where the calendar does not say
 * @param remainingWorkingDays after today up to the promised day, which counts; null once it was answered, and where it cannot be said
 * @param answerOverdue the day went by without an answer
 * @param version to be sent with the next action
 * @param timeline what happened, the oldest first; empty in lists
 */
record SystemApplication(
        UUID id,
        String number,
        ApplicationStatus status,
        UUID productId,
        String productTitle,
        UUID enterpriseId,
        String enterpriseName,
        boolean demo,
        BigDecimal amount,
        int termMonths,
        String purpose,
        LoanKind kind,
        @Nullable UUID renewsApplicationId,
        Channel channel,

        @Sensitive(mask = Mask.NAME, plainFor = FinancePermissions.HANDLE_BY_SYSTEM)
        String contactName,

        @Sensitive(mask = Mask.PHONE, plainFor = FinancePermissions.HANDLE_BY_SYSTEM)
        String contactPhone,

        OffsetDateTime submittedAt,
        OffsetDateTime changedAt,
        @Nullable BigDecimal offeredRate,
        @Nullable BigDecimal grantedAmount,
        @Nullable BigDecimal grantedRate,
        @Nullable Integer grantedTermMonths,
        @Nullable LocalDate validUntil,
        @Nullable String refusalReasonCode,
        @Nullable String refusalReason,
        BigDecimal disbursedAmount,
        @Nullable LocalDate answerBy,
        @Nullable Integer remainingWorkingDays,
        boolean answerOverdue,
        int version,
        List<TimelineEntry> timeline) {

    static SystemApplication of(LoanApplication it, List<TimelineEntry> course, @Nullable PromiseView promise) {
        return new SystemApplication(
                it.id(),
                it.number(),
                it.status(),
                it.productId(),
                it.productTitle(),
                it.enterpriseId(),
                it.enterpriseName(),
                it.demo(),
                it.amount(),
                it.termMonths(),
                it.purpose(),
                it.kind(),
                it.renewsApplicationId(),
                it.channel(),
                it.contactName(),
                it.contactPhone(),
                BusinessTime.at(it.submittedAt()),
                BusinessTime.at(it.changedAt()),
                it.offeredRate(),
                it.grantedAmount(),
                it.grantedRate(),
                it.grantedTermMonths(),
                it.validUntil(),
                it.refusalReasonCode(),
                it.refusalReason(),
                it.disbursedAmount(),
                promise == null ? null : promise.dueOn(),
                promise == null ? null : promise.remainingWorkingDays(),
                promise != null && promise.broken(),
                it.version(),
                course);
    }
}
