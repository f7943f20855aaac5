package cn.zhengqi.finance.demand;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.LoanProductMapper;
import cn.zhengqi.finance.product.LoanProducts;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.ExtensionWish;
import cn.zhengqi.promise.PromiseExtensions;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What banks do with demands: claim, offer, give back. The demand's row is locked first, as by {@link DemandDesk}. */
@Service
@Transactional
class ClaimDesk {

    /** Banks that have a demand at the same time: the enterprise has to be able to compare and to talk to them. */
    static final int MOST_BANKS = 5;

    private final FinancingDemandMapper demands;
    private final DemandClaimMapper claims;
    private final LoanProducts products;
    private final LoanProductMapper banks;
    private final PromisedOffer promised;
    private final PromiseExtensions extensions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ClaimDesk(
            FinancingDemandMapper demands,
            DemandClaimMapper claims,
            LoanProducts products,
            LoanProductMapper banks,
            PromisedOffer promised,
            PromiseExtensions extensions,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.demands = demands;
        this.claims = claims;
        this.products = products;
        this.banks = banks;
        this.promised = promised;
        this.extensions = extensions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param productId one of the bank's own
     * @param rate percent a year
     */
    record Terms(
            UUID productId,
            BigDecimal amount,
            BigDecimal rate,
            int termMonths,
            LocalDate until,
            @Nullable String words) {}

    /** @throws ProblemException NOT_FOUND where no product of the bank fits, DEMAND_ALREADY_CLAIMED, DEMAND_FULL, STATE_CONFLICT */
    ClaimView claim(UUID demandId, UUID bankId, Actor officer) {
        FinancingDemand demand = demands.lock(demandId).orElseThrow(Demands::notFound);
        return claim(demand, bankId, officer, now());
    }

    /** The same of one that is locked, at another time. */
    ClaimView claim(FinancingDemand demand, UUID bankId, Actor officer, Instant at) {
        UUID demandId = demand.id();
        List<DemandClaim> there = claims.ofDemand(demandId);
        if (there.stream().anyMatch(it -> it.bankId().equals(bankId))) {
            throw new ProblemException(FinanceProblem.DEMAND_ALREADY_CLAIMED);
        }
        if (!demands.fits(demandId, bankId)) {
            throw Demands.notFound();
        }
        demand.mustStand("认领", at);
        if (there.stream().filter(it -> it.status().isOpen()).count() >= MOST_BANKS) {
            throw new ProblemException(FinanceProblem.DEMAND_FULL);
        }
        Bank bank = banks.bank(bankId).orElseThrow(Demands::notFound);
        DemandClaim claim = new DemandClaim(demand, bank, officer, at);
        claims.insert(claim);
        promised.give(claim, demand, at);
        PromiseView promise = promised.of(claim);
        outbox.publish(claim.claimed(demand, promise), claim.version(), at);
        return recorded(FinanceAction.DEMAND_CLAIMED, null, claim);
    }

    /** @throws ProblemException NOT_FOUND for another bank's, VERSION_CONFLICT, CLAIM_OF_COLLEAGUE, and what {@link DemandClaim#offer} says */
    ClaimView offer(UUID claimId, int version, Answerer by, Terms terms) {
        FinancingDemand demand = lockedOf(claimId, by.own());
        return offer(demand, fresh(claimId).seenAs(version).answeredBy(by), by.officer(), terms, now());
    }

    /** The same of one that is locked, at another time. */
    ClaimView offer(FinancingDemand demand, DemandClaim claim, Actor by, Terms terms, Instant at) {
        ClaimView before = ClaimView.of(claim, null);
        var offered = claim.offer(
                new Offer(
                        products.getAsItStays(terms.productId()),
                        terms.amount(),
                        terms.rate(),
                        terms.termMonths(),
                        terms.until(),
                        terms.words()),
                by,
                demand,
                at);
        claims.update(claim);
        promised.answered(claim, at);
        outbox.publish(offered, claim.version(), at);
        return recorded(FinanceAction.DEMAND_OFFERED, before, claim);
    }

    /** @throws ProblemException NOT_FOUND for another bank's, GIVE_BACK_REASON_UNKNOWN, VERSION_CONFLICT, CLAIM_OF_COLLEAGUE, and what {@link DemandClaim#giveBack} says */
    ClaimView giveBack(UUID claimId, int version, Answerer by, String reasonCode, @Nullable String words) {
        FinancingDemand demand = lockedOf(claimId, by.own());
        DemandClaim claim = fresh(claimId).seenAs(version).answeredBy(by);
        GiveBackReason reason = claims.giveBackReason(reasonCode)
                .orElseThrow(() -> new ProblemException(FinanceProblem.GIVE_BACK_REASON_UNKNOWN));
        Instant now = now();
        ClaimView before = ClaimView.of(claim, null);
        var back = claim.giveBack(reason, words, demand, now);
        claims.update(claim);
        promised.answered(claim, now);
        outbox.publish(back, claim.version(), now);
        return recorded(FinanceAction.DEMAND_GIVEN_BACK, before, claim);
    }

    /** What goes on record of it. */
    private record MoreTime(String caseNumber, int workingDays, String reason) {}

    /** Asks for more time; the claim stays as it is. @throws ProblemException NOT_FOUND for another bank's, CLAIM_OF_COLLEAGUE, and what {@link PromiseExtensions#ask} says */
    void askExtension(UUID claimId, ExtensionWish wish, CurrentUser officer) {
        Answerer by = Answerer.of(officer);
        lockedOf(claimId, by.own());
        DemandClaim claim = fresh(claimId).answeredBy(by);
        extensions.ask(promised.kind(), claimId, wish.workingDays(), wish.reason(), officer);
        audit.changed(
                FinanceAction.EXTENSION_ASKED,
                claimId,
                claim.number() + " " + claim.bankName(),
                null,
                new MoreTime(claim.number(), wish.workingDays(), wish.reason()));
    }

    /** Nobody answers for a bank that they do not work for, however far they read. */
    private FinancingDemand lockedOf(UUID claimId, Set<UUID> own) {
        return claims.find(claimId)
                .filter(it -> own.contains(it.bankId()))
                .flatMap(it -> demands.lock(it.demandId()))
                .orElseThrow(Demands::notFound);
    }

    /** As it is now that its demand is locked. */
    private DemandClaim fresh(UUID claimId) {
        return claims.find(claimId).orElseThrow(Demands::notFound);
    }

    private ClaimView recorded(FinanceAction action, @Nullable ClaimView before, DemandClaim claim) {
        audit.changed(action, claim.id(), claim.number() + " " + claim.bankName(), before, ClaimView.of(claim, null));
        return ClaimView.of(claim, promised.of(claim));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
