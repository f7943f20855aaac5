package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.api.LoanApplicationViewed;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens files of an application for the bank that it was made to, and for nobody else, however far they read. That the enterprise handed them in is its consent; no
 * file is opened without a record, which the enterprise reads.
 */
@Component
class ApplicationFileReadings {

    private final ApplicationFileMapper mapper;
    private final LoanApplicationMapper applications;
    private final ApplicationFiles files;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApplicationFileReadings(
            ApplicationFileMapper mapper,
            LoanApplicationMapper applications,
            ApplicationFiles files,
            Outbox outbox,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.applications = applications;
        this.files = files;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws ProblemException NOT_FOUND for whoever is not of the bank, or out of whose reach the application lies */
    ApplicationFiles.Content read(UUID file, CurrentUser officer) {
        return read(
                file,
                DataScope.of(officer.reach(ScopedResource.LOAN_APPLICATION), officer.territory(), officer.accountId()),
                it -> officer.territory().institutions().contains(it.bankId())
                        || officer.territory().institutions().contains(it.deskId()),
                EnterpriseReadings.Reader.of(officer));
    }

    /** @throws ProblemException NOT_FOUND for another bank's, and for one of another application */
    ApplicationFiles.Content read(UUID file, UUID application, CallingSystem system) {
        return read(
                file,
                DataScope.ofInstitutions(system.institutions()),
                it -> it.id().equals(application) && system.sees(it.demo()),
                EnterpriseReadings.Reader.of(system));
    }

    /** The bytes are read when no connection is held any more. */
    private ApplicationFiles.Content read(
            UUID id, DataScope scope, Predicate<LoanApplication> theirs, EnterpriseReadings.Reader reader) {
        return files.withBytes(Objects.requireNonNull(transaction.execute(status -> {
            ApplicationFileMapper.Row row = mapper.handedIn(id).orElseThrow(ApplicationFiles::notFound);
            LoanApplication it = applications
                    .findWithin(Objects.requireNonNull(row.applicationId()), scope)
                    .filter(theirs)
                    .orElseThrow(ApplicationFiles::notFound);
            audit.changed(
                    FinanceAction.APPLICATION_FILE_READ,
                    it.id(),
                    it.number() + " " + it.enterpriseName(),
                    null,
                    row.file());
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            outbox.publish(
                    new LoanApplicationViewed(
                            Ids.next(),
                            it.id(),
                            it.number(),
                            it.enterpriseId(),
                            reader.id(),
                            reader.name(),
                            reader.institutionId(),
                            reader.institutionName(),
                            List.of(),
                            null,
                            null,
                            row.name(),
                            now),
                    0,
                    now);
            return row;
        })));
    }
}
