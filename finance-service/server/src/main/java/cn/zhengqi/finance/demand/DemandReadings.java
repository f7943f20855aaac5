package cn.zhengqi.finance.demand;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanApplicationViewed;
import cn.zhengqi.finance.consent.BankConsents;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads whose demand it is. It takes two words of the enterprise: that this bank may see it, said at the claim, and the consent to the bank, asked for at each
 * reading as for applications; to take either back holds from the next reading on. Nothing is shown that is not on record.
 */
@Component
public class DemandReadings {

    private final FinancingDemandMapper demands;
    private final DemandClaimMapper claims;
    private final BankConsents consents;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemandReadings(
            FinancingDemandMapper demands,
            DemandClaimMapper claims,
            BankConsents consents,
            Outbox outbox,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.demands = demands;
        this.claims = claims;
        this.consents = consents;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Read(String number, List<ConsentCategory> categories) {}

    private record Agreed(FinancingDemand demand, DemandClaim claim) {}

    /** By whose word, said when, a bank sees whose demand it is. */
    public record Shown(
            UUID demandId,
            String number,
            UUID enterpriseId,
            UUID bankId,
            String bankName,
            UUID agreedBy,
            Instant agreedAt) {}

    /** @throws ProblemException NOT_FOUND out of reach; DEMAND_HIDDEN */
    public Shown shown(UUID claimId, CurrentUser reader) {
        Agreed agreed = Objects.requireNonNull(transaction.execute(status -> agreed(claimId, BankReach.of(reader))));
        return new Shown(
                agreed.demand().id(),
                agreed.demand().number(),
                agreed.demand().enterpriseId(),
                agreed.claim().bankId(),
                agreed.claim().bankName(),
                Objects.requireNonNull(agreed.claim().agreedBy()),
                Objects.requireNonNull(agreed.claim().agreedAt()));
    }

    /** @throws ProblemException NOT_FOUND out of reach; DEMAND_HIDDEN; CONSENT_NOT_GIVEN, CONSENT_WITHDRAWN, CONSENT_EXPIRED; SERVICE_UNAVAILABLE while nobody can say */
    DemandEnterprise read(UUID claimId, BankReach reach, CurrentUser reader) {
        Agreed agreed = Objects.requireNonNull(transaction.execute(status -> agreed(claimId, reach)));
        // Others are asked without a transaction: no connection is held while they think.
        confirm(agreed);
        return Objects.requireNonNull(transaction.execute(status -> {
            // What was taken back while they thought holds already.
            FinancingDemand demand = agreed(claimId, reach).demand();
            record(agreed.demand(), reader);
            return DemandEnterprise.of(demand);
        }));
    }

    private Agreed agreed(UUID claimId, BankReach reach) {
        DemandClaim claim = claims.find(claimId).filter(reach::sees).orElseThrow(Demands::notFound);
        if (!claim.agreed()) {
            throw new ProblemException(FinanceProblem.DEMAND_HIDDEN);
        }
        return new Agreed(demands.find(claim.demandId()).orElseThrow(Demands::notFound), claim);
    }

    private void confirm(Agreed agreed) {
        consents.requireForBasics(
                agreed.demand().enterpriseId(),
                agreed.claim().bankId(),
                new InternalConsents.WithApplication(
                        agreed.claim().bankName(),
                        agreed.demand().number(),
                        Objects.requireNonNull(agreed.claim().agreedBy()),
                        Objects.requireNonNull(agreed.claim().agreedAt())));
    }

    private void record(FinancingDemand demand, CurrentUser reader) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LoanApplicationViewed viewed = new LoanApplicationViewed(
                Ids.next(),
                demand.id(),
                demand.number(),
                demand.enterpriseId(),
                reader.accountId(),
                reader.name(),
                reader.institutionId(),
                reader.institutionName(),
                List.of(ConsentCategory.BASIC),
                null,
                null,
                null,
                now);
        audit.changed(
                FinanceAction.DEMAND_ENTERPRISE_READ,
                demand.id(),
                demand.number() + " " + demand.enterpriseName(),
                null,
                new Read(demand.number(), viewed.categories()));
        outbox.publish(viewed, 0, now);
    }
}
