package cn.zhengqi.finance.coordination;

import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the 推荐清单: which enterprise was recommended to which bank, what it needs, and what the bank answers.
 *
 * @param amount yuan
 */
public record RecommendationView(
        UUID id,
        UUID caseId,
        String number,
        String enterpriseName,
        String uscc,
        boolean demo,
        String townName,
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

        AnswerView answer) {

    static RecommendationView of(CoordinationCase it, AnswerView answer) {
        boolean withContact = it.consents() && answer.status().needsContact();
        return new RecommendationView(
                answer.id(),
                it.id(),
                it.number(),
                it.enterpriseName(),
                it.uscc(),
                it.demo(),
                it.townName(),
                it.amount(),
                it.termMonths(),
                it.purpose(),
                it.creditKind(),
                withContact ? it.words() : null,
                withContact ? it.contactName() : "",
                withContact ? it.contactPhone() : "",
                withContact,
                answer);
    }
}
