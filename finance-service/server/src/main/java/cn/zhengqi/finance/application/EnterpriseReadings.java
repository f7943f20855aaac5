package cn.zhengqi.finance.application;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.api.LoanApplicationViewed;
import cn.zhengqi.finance.consent.BankConsents;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the enterprise behind an application. A bank, its head too, reads it by the enterprise's consent, asked for at each reading,
 * so that a withdrawal holds from the next one on; the finance office reads it by its duty. Nothing is shown that is not on record.
 */
@Component
class EnterpriseReadings {

    private final LoanApplications applications;
    private final BankConsents consents;
    private final InternalEnterprises register;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EnterpriseReadings(
            LoanApplications applications,
            BankConsents consents,
            InternalEnterprises register,
            Outbox outbox,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.applications = applications;
        this.consents = consents;
        this.register = register;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Read(String application, List<ConsentCategory> categories) {}

    /**
     * Who reads, as the enterprise is told of it.
     *
     * @param byDuty needs nobody's consent
     */
    record Reader(
            UUID id,
            String name,
            @Nullable UUID institutionId,
            @Nullable String institutionName,
            boolean byDuty) {

        static Reader of(CurrentUser user) {
            return new Reader(
                    user.accountId(),
                    user.name(),
                    user.institutionId(),
                    user.institutionName(),
                    user.userType() != UserType.BANK && user.has(FinancePermissions.READ_ALL_APPLICATIONS));
        }

        static Reader of(CallingSystem system) {
            return new Reader(system.id(), system.name(), system.ownerId(), system.ownerName(), false);
        }
    }

    /** @throws ProblemException NOT_FOUND out of scope; CONSENT_NOT_GIVEN, CONSENT_WITHDRAWN, CONSENT_EXPIRED; SERVICE_UNAVAILABLE while nobody can say */
    RegisterBasics read(UUID applicationId, DataScope scope, Reader reader) {
        // Others are asked before the transaction: no connection is held while they think.
        LoanApplications.Consented application = applications.consented(applicationId, scope);
        if (!reader.byDuty()) {
            confirm(application);
        }
        RegisterBasics entry = RegisterBasics.of(register.enterprise(application.enterpriseId()));
        LoanApplicationViewed viewed = new LoanApplicationViewed(
                Ids.next(),
                applicationId,
                application.number(),
                application.enterpriseId(),
                reader.id(),
                reader.name(),
                reader.institutionId(),
                reader.institutionName(),
                List.of(ConsentCategory.BASIC),
                null,
                null,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        transaction.executeWithoutResult(status -> {
            audit.changed(
                    FinanceAction.ENTERPRISE_READ,
                    applicationId,
                    application.number() + " " + entry.name(),
                    null,
                    new Read(application.number(), viewed.categories()));
            outbox.publish(viewed, 0, viewed.at());
        });
        return entry;
    }

    private void confirm(LoanApplications.Consented application) {
        consents.requireForBasics(
                application.enterpriseId(),
                application.bankId(),
                new InternalConsents.WithApplication(
                        application.bankName(),
                        application.number(),
                        application.applicantId(),
                        application.givenAt()));
    }
}
