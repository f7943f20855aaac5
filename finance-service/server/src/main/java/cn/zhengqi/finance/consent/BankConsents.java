package cn.zhengqi.finance.consent;

import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.code.api.InternalConsents.WithApplication;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether a bank may read now; asked for at each reading, so that a withdrawal holds from the next one on. */
@Component
public class BankConsents {

    private final InternalConsents consents;

    BankConsents(InternalConsents consents) {
        this.consents = consents;
    }

    /** @throws ProblemException CONSENT_NOT_GIVEN, CONSENT_WITHDRAWN, CONSENT_EXPIRED; SERVICE_UNAVAILABLE while nobody can say */
    public void requireForBasics(UUID enterprise, UUID bank, WithApplication given) {
        require(consents.toBank(enterprise, bank, given).standing(), FinanceProblem.CONSENT_NOT_GIVEN);
    }

    /** @throws ProblemException REPORT_NOT_ALLOWED, CONSENT_WITHDRAWN, CONSENT_EXPIRED; SERVICE_UNAVAILABLE while nobody can say */
    public void requireForReport(UUID enterprise, UUID bank, WithApplication given) {
        require(consents.reportToBank(enterprise, bank, given).standing(), FinanceProblem.REPORT_NOT_ALLOWED);
    }

    private static void require(ConsentStanding standing, FinanceProblem never) {
        switch (standing) {
            case GIVEN -> {}
            case NEVER -> throw new ProblemException(never);
            case WITHDRAWN -> throw new ProblemException(FinanceProblem.CONSENT_WITHDRAWN);
            case EXPIRED -> throw new ProblemException(FinanceProblem.CONSENT_EXPIRED);
        }
    }
}
