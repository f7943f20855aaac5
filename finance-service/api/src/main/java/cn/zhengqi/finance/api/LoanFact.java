package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What every fact about a loan application says: which one, for what, at which bank, of whom. */
public sealed interface LoanFact extends DomainEvent
        permits LoanApplicationSubmitted,
                LoanApplicationAccepted,
                LoanMaterialAsked,
                LoanMaterialSupplied,
                LoanFilesAdded,
                LoanApplicationApproved,
                LoanApplicationRefused,
                LoanApplicationWithdrawn,
                LoanDisbursed,
                LoanGrantExpired,
                LoanSettled {

    /** Its members stand among the others in the event's data. */
    LoanParties parties();

    default UUID applicationId() {
        return parties().applicationId();
    }

    default String number() {
        return parties().number();
    }

    default UUID productId() {
        return parties().productId();
    }

    default String productTitle() {
        return parties().productTitle();
    }

    default UUID bankId() {
        return parties().bankId();
    }

    default String bankName() {
        return parties().bankName();
    }

    default UUID enterpriseId() {
        return parties().enterpriseId();
    }

    default String enterpriseName() {
        return parties().enterpriseName();
    }

    /** The person who handed it in. */
    default UUID applicantId() {
        return parties().applicantId();
    }

    Instant at();

    @Override
    default UUID subject() {
        return applicationId();
    }
}
