package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan application as its enterprise, its bank and the finance office read it. Amounts in yuan, the rate in percent a
 * year.
 *
 * @param productEdition under which edition of the product it was made
 * @param codeFrozenSince since when the enterprise's code is frozen; null where it is not, and in lists
 * @param demo the enterprise is one of the demo, shown as 演示
 * @param contactPhone plain only for the bank that has to call
 * @param offeredRate of the offer that the enterprise chose, whose amount and term it asks for; null where it came of none
 * @param promise within what time the bank answers; null for what was decided before there were promises
 * @param handling who of the bank has it; absent for whoever is not of the bank
 * @param version to be sent with the next action
 * @param timeline what happened, the oldest first; empty in lists
 */
public record LoanApplicationView(
        UUID id,
        String number,
        UUID productId,
        int productEdition,
        String productTitle,
        UUID bankId,
        String bankName,
        UUID enterpriseId,
        String enterpriseName,
        boolean demo,
        @Nullable OffsetDateTime codeFrozenSince,
        BigDecimal amount,
        int termMonths,
        String purpose,
        LoanKind kind,
        @Nullable UUID renewsApplicationId,
        Channel channel,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {
                    FinancePermissions.HANDLE_APPLICATIONS,
                    FinancePermissions.READ_ALL_APPLICATIONS,
                    FinancePermissions.APPLY,
                    FinancePermissions.HANDLE_BY_SYSTEM
                },
                field = FinanceFields.CONTACT_NAME)
        String contactName,

        @Sensitive(
                mask = Mask.PHONE,
                plainFor = FinancePermissions.HANDLE_APPLICATIONS,
                field = FinanceFields.CONTACT_PHONE)
        String contactPhone,

        @Nullable UUID matchResultId,
        ApplicationStatus status,
        OffsetDateTime submittedAt,
        @Nullable BigDecimal offeredRate,
        @Nullable BigDecimal grantedAmount,
        @Nullable BigDecimal grantedRate,
        @Nullable Integer grantedTermMonths,
        @Nullable LocalDate validUntil,
        @Nullable String refusalReasonCode,
        @Nullable String refusalReason,
        BigDecimal disbursedAmount,
        @Nullable PromiseView promise,
        @Nullable Handling handling,
        int version,
        List<TimelineEntry> timeline) {

    /**
     * With whom an application lies within its bank.
     *
     * @param branchId absent: at the head office
     * @param handlerId absent: nobody has taken it
     */
    public record Handling(
            @Nullable UUID branchId,
            @Nullable String branchName,
            @Nullable UUID handlerId,
            @Nullable String handlerName) {}

    /**
     * One thing that happened.
     *
     * @param actor who did it at the bank
     * @param applicant who did it at the enterprise, most often whom the bank may ask back, and so under the same rule
     * @param note amounts, reasons and the like in words
     * @param files that the enterprise handed in with it, for itself and its bank; absent where there are none
     */
    public record TimelineEntry(
            OffsetDateTime at,
            StepKind kind,
            String label,
            @Nullable String actor,

            @Sensitive(
                    mask = Mask.NAME,
                    plainFor = {
                        FinancePermissions.HANDLE_APPLICATIONS,
                        FinancePermissions.READ_ALL_APPLICATIONS,
                        FinancePermissions.APPLY,
                        FinancePermissions.HANDLE_BY_SYSTEM
                    },
                    field = FinanceFields.CONTACT_NAME)
            @Nullable
            String applicant,

            @Nullable String note,
            @Nullable List<ApplicationFile> files) {

        static TimelineEntry of(ApplicationStep step, @Nullable List<ApplicationFile> files) {
            boolean byEnterprise = step.kind().byEnterprise();
            return new TimelineEntry(
                    BusinessTime.at(step.at()),
                    step.kind(),
                    step.kind().label(),
                    byEnterprise ? null : step.actor(),
                    byEnterprise ? step.actor() : null,
                    step.note(),
                    files);
        }

        TimelineEntry withoutFiles() {
            return new TimelineEntry(at, kind, label, actor, applicant, note, null);
        }
    }

    static LoanApplicationView of(LoanApplication it, List<TimelineEntry> course, @Nullable PromiseView promise) {
        return of(it, null, course, promise);
    }

    static LoanApplicationView of(
            LoanApplication it,
            @Nullable OffsetDateTime codeFrozenSince,
            List<TimelineEntry> course,
            @Nullable PromiseView promise) {
        return new LoanApplicationView(
                it.id(),
                it.number(),
                it.productId(),
                it.productEdition(),
                it.productTitle(),
                it.bankId(),
                it.bankName(),
                it.enterpriseId(),
                it.enterpriseName(),
                it.demo(),
                codeFrozenSince,
                it.amount(),
                it.termMonths(),
                it.purpose(),
                it.kind(),
                it.renewsApplicationId(),
                it.channel(),
                it.contactName(),
                it.contactPhone(),
                it.matchResultId(),
                it.status(),
                BusinessTime.at(it.submittedAt()),
                it.offeredRate(),
                it.grantedAmount(),
                it.grantedRate(),
                it.grantedTermMonths(),
                it.validUntil(),
                it.refusalReasonCode(),
                it.refusalReason(),
                it.disbursedAmount(),
                promise,
                new Handling(it.branchId(), it.branchName(), it.handlerId(), it.handlerName()),
                it.version(),
                course);
    }

    /** As it is for people of these institutions: how a bank divides its work, and what files it was given, is read by the bank alone. */
    LoanApplicationView seenFrom(Set<UUID> institutions) {
        boolean within = institutions.contains(bankId)
                || (handling != null && handling.branchId() != null && institutions.contains(handling.branchId()));
        return within
                ? this
                : outside(timeline.stream().map(TimelineEntry::withoutFiles).toList());
    }

    /** Without how its bank divides the work. */
    public LoanApplicationView outside() {
        return outside(timeline);
    }

    private LoanApplicationView outside(List<TimelineEntry> course) {
        return new LoanApplicationView(
                id,
                number,
                productId,
                productEdition,
                productTitle,
                bankId,
                bankName,
                enterpriseId,
                enterpriseName,
                demo,
                codeFrozenSince,
                amount,
                termMonths,
                purpose,
                kind,
                renewsApplicationId,
                channel,
                contactName,
                contactPhone,
                matchResultId,
                status,
                submittedAt,
                offeredRate,
                grantedAmount,
                grantedRate,
                grantedTermMonths,
                validUntil,
                refusalReasonCode,
                refusalReason,
                disbursedAmount,
                promise,
                null,
                version,
                course.stream().filter(it -> !it.kind().withinBank()).toList());
    }
}
