package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What every fact about a loan application says: which one, for what, at which bank, of whom. */
public sealed interface LoanFact extends DomainEvent
        permits LoanApplicationSubmitted,
                LoanApplicationAccepted,
                LoanApplicationApproved,
                LoanApplicationRefused,
                LoanApplicationWithdrawn,
                LoanDisbursed,
                LoanSettled {

    UUID applicationId();

    String number();

    UUID productId();

    String productTitle();

    UUID bankId();

    String bankName();

    UUID enterpriseId();

    String enterpriseName();

    /** The person who handed it in. */
    UUID applicantId();

    Instant at();

    @Override
    default UUID subject() {
        return applicationId();
    }
}
