package cn.zhengqi.finance.coordination;

import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as those read it whose reach it lies in, and the enterprise itself.
 *
 * @param amount yuan
 * @param institutionName where the officer works who declared it; absent where the enterprise did
 * @param visitFiles photos and papers of the visit that it came of; for those alone to whom the visit is shown
 * @param findings of the check, by the edition of the criteria that then was; empty before, and for banks
 * @param contactShared absent are contact and words where the consent to them has ended
 * @param closing why the finance office did not wait for the banks any longer
 * @param answers of all banks that it was recommended to; for a bank its own
 */
public record CaseView(
        UUID id,
        String number,
        UUID enterpriseId,
        String enterpriseName,
        String uscc,
        boolean demo,
        String townName,
        CaseOrigin origin,
        @Nullable UUID visitId,
        List<VisitFile> visitFiles,
        @Nullable String institutionName,
        String declaredByName,
        BigDecimal amount,
        int termMonths,
        String purpose,
        CreditKind creditKind,
        @Nullable String words,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {
                    FinancePermissions.COORDINATE,
                    FinancePermissions.ANSWER_RECOMMENDATIONS,
                    FinancePermissions.DECLARE_NEED
                },
                field = FinanceFields.COORDINATION_CONTACT_NAME)
        String contactName,

        @Sensitive(
                mask = Mask.PHONE,
                plainFor = {FinancePermissions.COORDINATE, FinancePermissions.ANSWER_RECOMMENDATIONS},
                field = FinanceFields.COORDINATION_CONTACT_PHONE)
        String contactPhone,

        boolean contactShared,

        CaseStatus status,
        OffsetDateTime declaredAt,
        @Nullable Integer criteriaEdition,
        List<Finding> findings,
        @Nullable String checkedByName,
        @Nullable OffsetDateTime checkedAt,
        @Nullable String rejection,
        @Nullable String closing,
        List<AnswerView> answers,
        int version) {

    static CaseView of(
            CoordinationCase it,
            List<VisitFile> visitFiles,
            List<AnswerView> answers,
            boolean withFindings,
            boolean withContact) {
        return new CaseView(
                it.id(),
                it.number(),
                it.enterpriseId(),
                it.enterpriseName(),
                it.uscc(),
                it.demo(),
                it.townName(),
                it.origin(),
                it.visitId(),
                visitFiles,
                it.institutionName(),
                it.declaredByName(),
                it.amount(),
                it.termMonths(),
                it.purpose(),
                it.creditKind(),
                withContact ? it.words() : null,
                withContact ? it.contactName() : "",
                withContact ? it.contactPhone() : "",
                withContact,
                it.status(),
                BusinessTime.at(it.declaredAt()),
                it.criteriaEdition(),
                withFindings ? it.findings().items() : List.of(),
                it.checkedByName(),
                it.checkedAt() == null ? null : BusinessTime.at(it.checkedAt()),
                it.rejection(),
                it.closing(),
                answers,
                it.version());
    }
}
