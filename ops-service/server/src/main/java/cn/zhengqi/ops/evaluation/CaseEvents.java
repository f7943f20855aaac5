package cn.zhengqi.ops.evaluation;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.ClaimDecision;
import cn.zhengqi.code.api.CodeClaimDecided;
import cn.zhengqi.code.api.CodeClaimSubmitted;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.finance.api.ClaimParties;
import cn.zhengqi.finance.api.CoordinationEnded;
import cn.zhengqi.finance.api.CoordinationParties;
import cn.zhengqi.finance.api.DemandClaimEnded;
import cn.zhengqi.finance.api.DemandOffered;
import cn.zhengqi.finance.api.DemandParties;
import cn.zhengqi.finance.api.FinancingDemandEnded;
import cn.zhengqi.finance.api.LoanApplicationRefused;
import cn.zhengqi.finance.api.LoanDisbursed;
import cn.zhengqi.finance.api.LoanFact;
import cn.zhengqi.finance.api.LoanGrantExpired;
import cn.zhengqi.finance.api.RecommendationAnswered;
import cn.zhengqi.finance.api.RecommendationParties;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.ops.api.CaseKind;
import cn.zhengqi.ops.api.CaseOutcome;
import cn.zhengqi.ops.api.EvaluationInvited;
import cn.zhengqi.policy.api.DeclarationApproved;
import cn.zhengqi.policy.api.DeclarationFact;
import cn.zhengqi.policy.api.DeclarationParties;
import cn.zhengqi.policy.api.DeclarationRejected;
import cn.zhengqi.policy.api.RedemptionEnded;
import cn.zhengqi.policy.api.RedemptionFact;
import cn.zhengqi.policy.api.RedemptionPaid;
import cn.zhengqi.policy.api.RedemptionParties;
import cn.zhengqi.policy.api.RedemptionRejected;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * By which facts a case is finished for who applied: a loan is refused, paid out for the first time (its settlement comes years later, when nobody
 * remembers how it was handled) or never drawn; a claim or a declaration is decided; a redemption is paid,
 * rejected or ended. A demand and a case of 小微融资协调 are finished when they end and a bank answered them: that bank handled it. What the enterprise takes back itself nobody
 * handled to its end, and what the finance office does not recommend no bank did.
 */
@Configuration(proxyBeanMethods = false)
public class CaseEvents {

    /** Name of all handlers here. */
    public static final String NAME = "finished-cases";

    private final FinishedCases cases;
    private final EvaluationProperties properties;
    private final Outbox outbox;
    private final Clock clock;

    CaseEvents(FinishedCases cases, EvaluationProperties properties, Outbox outbox, Clock clock) {
        this.cases = cases;
        this.properties = properties;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Bean
    EventHandler<LoanApplicationRefused> refusedLoan() {
        return on(LoanApplicationRefused.class, NAME, (fact, meta) -> finished(fact, CaseOutcome.REFUSED));
    }

    @Bean
    EventHandler<LoanDisbursed> disbursedLoan() {
        return on(LoanDisbursed.class, NAME, (fact, meta) -> finished(fact, CaseOutcome.DISBURSED));
    }

    @Bean
    EventHandler<LoanGrantExpired> expiredGrant() {
        return on(LoanGrantExpired.class, NAME, (fact, meta) -> finished(fact, CaseOutcome.EXPIRED));
    }

    @Bean
    EventHandler<CodeClaimSubmitted> claimTown() {
        return on(CodeClaimSubmitted.class, NAME, (fact, meta) -> {
            if (fact.townCode() != null) {
                cases.liesIn(fact.claimId(), fact.townCode());
            }
        });
    }

    @Bean
    EventHandler<CodeClaimDecided> decidedClaim() {
        return on(CodeClaimDecided.class, NAME, (fact, meta) -> {
            if (fact.decision() != ClaimDecision.RETURNED) {
                boolean renewal = Boolean.TRUE.equals(fact.renewal());
                FinishedCase claim = new FinishedCase(
                        CaseKind.CLAIM,
                        fact.claimId(),
                        fact.number(),
                        renewal ? "企业码重新认证" : "领取企业码",
                        fact.enterpriseId(),
                        fact.enterpriseName(),
                        null,
                        null,
                        null,
                        null,
                        fact.at());
                // Who was rejected speaks for no enterprise, and whose code it would have been asked for nothing.
                finished(
                        renewal || fact.decision() == ClaimDecision.APPROVED
                                ? claim
                                : claim.ofPerson(fact.applicantId()),
                        fact.applicantId(),
                        CaseOutcome.CLOSED);
            }
        });
    }

    @Bean
    EventHandler<DeclarationApproved> approvedDeclaration() {
        return on(DeclarationApproved.class, NAME, (fact, meta) -> finished(fact));
    }

    @Bean
    EventHandler<DeclarationRejected> rejectedDeclaration() {
        return on(DeclarationRejected.class, NAME, (fact, meta) -> finished(fact));
    }

    @Bean
    EventHandler<RedemptionPaid> paidRedemption() {
        return on(RedemptionPaid.class, NAME, (fact, meta) -> finished(fact));
    }

    @Bean
    EventHandler<RedemptionRejected> rejectedRedemption() {
        return on(RedemptionRejected.class, NAME, (fact, meta) -> finished(fact));
    }

    /** What was approved ended before it was paid. */
    @Bean
    EventHandler<RedemptionEnded> endedRedemption() {
        return on(RedemptionEnded.class, NAME, (fact, meta) -> finished(fact));
    }

    @Bean
    EventHandler<DemandOffered> offeredDemand() {
        return on(DemandOffered.class, NAME, (fact, meta) -> {
            ClaimParties it = fact.claim();
            cases.answered(it.demandId(), it.bankId(), it.bankName(), fact.productTitle(), false, fact.at());
            answered(it.demandId());
        });
    }

    @Bean
    EventHandler<DemandClaimEnded> chosenDemand() {
        return on(DemandClaimEnded.class, NAME, (fact, meta) -> {
            if (fact.outcome() == DemandClaimEnded.Outcome.CHOSEN) {
                ClaimParties it = fact.claim();
                cases.answered(it.demandId(), it.bankId(), it.bankName(), null, true, fact.at());
                answered(it.demandId());
            }
        });
    }

    @Bean
    EventHandler<FinancingDemandEnded> endedDemand() {
        return on(FinancingDemandEnded.class, NAME, (fact, meta) -> {
            if (fact.outcome() != FinancingDemandEnded.Outcome.WITHDRAWN) {
                DemandParties it = fact.demand();
                cases.ended(new EndedCase(
                        CaseKind.DEMAND,
                        it.demandId(),
                        it.number(),
                        it.enterpriseId(),
                        null,
                        it.posterId(),
                        fact.outcome() == FinancingDemandEnded.Outcome.CHOSEN,
                        // Whose offer is chosen knows by the application whose demand it was; of the others only those
                        // to whom the enterprise agreed, which is not kept.
                        fact.outcome() != FinancingDemandEnded.Outcome.CHOSEN,
                        fact.at()));
                answered(it.demandId());
            }
        });
    }

    @Bean
    EventHandler<RecommendationAnswered> answeredRecommendation() {
        return on(RecommendationAnswered.class, NAME, (fact, meta) -> {
            RecommendationParties it = fact.recommendation();
            UUID caseId = it.parties().caseId();
            boolean funds = fact.answer() != RecommendationAnswered.Answer.REFUSED;
            cases.answered(caseId, it.bankId(), it.bankName(), null, funds, fact.at());
            answered(caseId);
        });
    }

    @Bean
    EventHandler<CoordinationEnded> endedCoordination() {
        return on(CoordinationEnded.class, NAME, (fact, meta) -> {
            if (fact.outcome() != CoordinationEnded.Outcome.WITHDRAWN
                    && fact.outcome() != CoordinationEnded.Outcome.REJECTED) {
                CoordinationParties it = fact.parties();
                cases.ended(new EndedCase(
                        CaseKind.COORDINATION,
                        it.caseId(),
                        it.number(),
                        it.enterpriseId(),
                        it.enterpriseName(),
                        it.personId(),
                        fact.outcome() == CoordinationEnded.Outcome.FUNDED,
                        false,
                        fact.at()));
                answered(it.caseId());
            }
        });
    }

    /** Once it has ended and who handled it is known, whichever is heard first: who is asked is told of whom, once. */
    private void answered(UUID caseId) {
        cases.answered(caseId).ifPresent(it -> finished(it.about(), it.applicant(), CaseOutcome.CLOSED));
    }

    private void finished(LoanFact fact, CaseOutcome how) {
        finished(
                new FinishedCase(
                        CaseKind.LOAN,
                        fact.applicationId(),
                        fact.number(),
                        fact.productTitle(),
                        fact.enterpriseId(),
                        fact.enterpriseName(),
                        fact.bankId(),
                        fact.bankName(),
                        fact.parties().branchId(),
                        null,
                        fact.at()),
                fact.applicantId(),
                how);
    }

    private void finished(DeclarationFact fact) {
        DeclarationParties it = fact.parties();
        finished(
                new FinishedCase(
                        CaseKind.DECLARATION,
                        it.declarationId(),
                        it.number(),
                        it.projectTitle(),
                        it.enterpriseId(),
                        it.enterpriseName(),
                        it.institutionId(),
                        it.institutionName(),
                        null,
                        null,
                        fact.at()),
                it.applicantId(),
                CaseOutcome.CLOSED);
    }

    private void finished(RedemptionFact fact) {
        RedemptionParties it = fact.parties();
        finished(
                new FinishedCase(
                        CaseKind.REDEMPTION,
                        it.applicationId(),
                        it.number(),
                        it.projectTitle(),
                        it.enterpriseId(),
                        it.enterpriseName(),
                        it.institutionId(),
                        it.institutionName(),
                        null,
                        null,
                        fact.at()),
                it.applicantId(),
                CaseOutcome.CLOSED);
    }

    /** Whoever is invited can still evaluate: of what is over, and of what is only made anew, nobody is told. */
    private void finished(FinishedCase it, @Nullable UUID applicant, CaseOutcome how) {
        Instant finishedAt = cases.keep(it);
        LocalDate until = properties.until(finishedAt);
        if (!BusinessTime.today(clock).isAfter(until) && cases.invite(it.caseId(), finishedAt)) {
            outbox.publish(
                    new EvaluationInvited(
                            it.kind(),
                            it.caseId(),
                            it.number(),
                            it.title(),
                            it.enterpriseId(),
                            it.institutionName(),
                            applicant,
                            until,
                            it.finishedAt(),
                            how,
                            it.personId()),
                    0,
                    it.finishedAt());
        }
    }
}
