package cn.zhengqi.finance.demand;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.DemandClaimEnded;
import cn.zhengqi.finance.api.FinancingDemandEnded;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.finance.application.Applicant;
import cn.zhengqi.finance.application.ApplicationDesk;
import cn.zhengqi.finance.application.CodeEnds;
import cn.zhengqi.finance.application.EndsWithTheCode;
import cn.zhengqi.finance.application.Holder;
import cn.zhengqi.finance.application.LoanApplicationView;
import cn.zhengqi.finance.application.LoanRequest;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an enterprise does with its demands, and how they end. Each move is one transaction in which the demand's row is locked first: two who move it or its claims
 * wait for each other.
 */
@Service
@Transactional
class DemandDesk implements EndsWithTheCode {

    /** Demands of one enterprise that stand at the same time. */
    static final int MOST_OPEN = 3;

    /** Demands that one enterprise posts on one day, also where they are taken back: each tells the officers of all banks that fit. */
    static final int MOST_A_DAY = 10;

    private final FinancingDemandMapper demands;
    private final DemandClaimMapper claims;
    private final Demands shown;
    private final PromisedOffer promised;
    private final ApplicationDesk applications;
    private final CodeEnds codes;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    DemandDesk(
            FinancingDemandMapper demands,
            DemandClaimMapper claims,
            Demands shown,
            PromisedOffer promised,
            ApplicationDesk applications,
            CodeEnds codes,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.demands = demands;
        this.claims = claims;
        this.shown = shown;
        this.promised = promised;
        this.applications = applications;
        this.codes = codes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ProblemException CODE_ENDED, DEMANDS_OPEN, DEMANDS_USED_UP, VALIDATION_FAILED */
    MyDemand post(Poster poster, Wish wish) {
        // Many at once are counted as many one after the other; what has waited is of the moment at which it goes on.
        demands.lockPoster(poster.enterpriseId());
        codes.refuse(poster.enterpriseId());
        return post(poster, wish, now());
    }

    /** The same, at another time, by nobody else at once. */
    MyDemand post(Poster poster, Wish wish, Instant at) {
        refuseMore(poster.enterpriseId(), at);
        FinancingDemand demand = new FinancingDemand(numberOf(at), poster, wish, at);
        demands.insert(demand);
        List<UUID> told = demands.banksThatFit(demand.id());
        demands.told(demand.id(), told);
        outbox.publish(demand.posted(told), demand.version(), at);
        MyDemand posted = mine(demand);
        audit.changed(FinanceAction.DEMAND_POSTED, demand.id(), demand.number(), null, posted.demand());
        return posted;
    }

    private void refuseMore(UUID enterpriseId, Instant now) {
        LocalDate today = BusinessTime.dayOf(now);
        if (demands.open(enterpriseId, today) >= MOST_OPEN) {
            throw new ProblemException(FinanceProblem.DEMANDS_OPEN);
        }
        if (demands.postedSince(enterpriseId, BusinessTime.startOf(today)) >= MOST_A_DAY) {
            throw new ProblemException(
                    FinanceProblem.DEMANDS_USED_UP,
                    "本企业今天已发布融资需求 " + MOST_A_DAY + " 次，达到每日上限，请明天再试",
                    Map.of("retryAfterSeconds", BusinessTime.secondsUntilTomorrow(now)));
        }
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    MyDemand withdraw(UUID id, int version, UUID enterprise) {
        FinancingDemand demand = locked(id, enterprise).seenAs(version);
        Instant now = now();
        DemandView before = mine(demand).demand();
        end(demand, demand.withdraw(now), now);
        return recorded(FinanceAction.DEMAND_WITHDRAWN, before, demand);
    }

    /**
     * The bank may see whose demand it is.
     *
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT
     */
    MyDemand agree(UUID claimId, int version, UUID enterprise, Actor person) {
        FinancingDemand demand = lockedOf(claimId, enterprise);
        DemandClaim claim = fresh(claimId).seenAs(version);
        Instant now = now();
        ClaimView before = ClaimView.of(claim, null);
        var shownToBank = claim.agree(person, demand, now);
        claims.update(claim);
        outbox.publish(shownToBank, claim.version(), now);
        recorded(FinanceAction.DEMAND_SHOWN, before, claim);
        return mine(demand);
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    MyDemand takeAgreementBack(UUID claimId, int version, UUID enterprise) {
        FinancingDemand demand = lockedOf(claimId, enterprise);
        DemandClaim claim = fresh(claimId).seenAs(version);
        Instant now = now();
        ClaimView before = ClaimView.of(claim, null);
        var hidden = claim.takeAgreementBack(demand, now);
        claims.update(claim);
        outbox.publish(hidden, claim.version(), now);
        recorded(FinanceAction.DEMAND_HIDDEN, before, claim);
        return mine(demand);
    }

    /**
     * Who made an offer, and for which bank.
     *
     * @param bankId a head office: those claim demands
     */
    record Offerer(UUID bankId, UUID accountId) {}

    /** Of one that the enterprise can choose from; empty where it has none there. */
    Optional<Offerer> offerer(UUID claimId, UUID enterprise) {
        return claims.find(claimId)
                .filter(claim -> demands.find(claim.demandId())
                        .filter(it -> it.enterpriseId().equals(enterprise))
                        .isPresent())
                .flatMap(claim ->
                        Optional.ofNullable(claim.offererId()).map(person -> new Offerer(claim.bankId(), person)));
    }

    /**
     * The offer that the enterprise takes becomes an application to its bank, and the demand ends: all of it or nothing.
     *
     * @param offerer who made the offer, and has the application; null: they can have it no more, and it lies in the pool
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, OFFER_OVER, and what {@link ApplicationDesk#submit} says
     */
    LoanApplicationView choose(
            UUID claimId, int version, UUID enterprise, Actor person, Choice choice, @Nullable Holder offerer) {
        FinancingDemand demand = lockedOf(claimId, enterprise);
        DemandClaim claim = fresh(claimId).seenAs(version);
        Instant now = now();
        demand.mustStand("选定", now);
        claim.mustBeChoosable(now);
        DemandView before = mine(demand).demand();
        OfferView offer = Objects.requireNonNull(claim.offered());
        LoanApplicationView application = applications.submit(
                offer.productId(),
                new Applicant(person, enterprise, demand.enterpriseName(), demand.townCode(), demand.demo()),
                new LoanRequest(
                        offer.amount(),
                        offer.termMonths(),
                        demand.purposeInWords(),
                        choice.kind(),
                        choice.renewsApplicationId(),
                        choice.channel(),
                        demand.contactName(),
                        demand.contactPhone(),
                        choice.consent(),
                        null,
                        offer.rate()),
                offerer);
        FinancingDemandEnded ended = demand.choose(application.id(), now);
        demands.update(demand);
        outbox.publish(ended, demand.version(), now);
        for (DemandClaim each : claims.ofDemand(demand.id())) {
            if (each.id().equals(claimId)) {
                var chosen = each.chosen(application.id(), demand, now);
                claims.update(each);
                outbox.publish(chosen, each.version(), now);
            } else if (each.status().isOpen()) {
                finish(each, each.notChosen(demand, now), now);
            }
        }
        recorded(FinanceAction.DEMAND_CHOSEN, before, demand);
        return application;
    }

    /**
     * A code of the enterprise ended: nobody is left who could agree to a bank or choose, so what was posted under no later code ends, and what was handed in since the end. Demands before
     * applications, as whoever chooses locks them.
     */
    @Override
    public void endWithTheCode(UUID enterpriseId, Instant endedAt) {
        demands.lockPoster(enterpriseId);
        codes.mustBeKept(enterpriseId, endedAt);
        Instant now = now();
        demands.lockOpenWithoutCode(enterpriseId, endedAt).forEach(demand -> end(demand, demand.withdraw(now), now));
        applications.endWithTheCode(enterpriseId, endedAt);
    }

    @Override
    public List<Ended> leftBehind() {
        return demands.leftBehind();
    }

    /** Demands and offers whose last day is over end; at most so many demands. */
    int expireSome(int most) {
        Instant now = now();
        List<FinancingDemand> over = demands.lockOver(BusinessTime.dayOf(now), most);
        for (FinancingDemand demand : over) {
            if (demand.isOver(now)) {
                end(demand, demand.expire(now), now);
            } else {
                claims.ofDemand(demand.id()).stream()
                        .filter(claim -> claim.status() == ClaimStatus.OFFERED && claim.isOver(now))
                        .forEach(claim -> finish(claim, claim.lapse(demand, now), now));
            }
        }
        return over.size();
    }

    private void end(FinancingDemand demand, FinancingDemandEnded ended, Instant now) {
        demands.update(demand);
        outbox.publish(ended, demand.version(), now);
        claims.ofDemand(demand.id()).stream()
                .filter(claim -> claim.status().isOpen())
                .forEach(claim -> finish(claim, claim.lapse(demand, now), now));
    }

    private void finish(DemandClaim claim, DemandClaimEnded ended, Instant now) {
        claims.update(claim);
        promised.drop(claim, now);
        outbox.publish(ended, claim.version(), now);
    }

    private FinancingDemand locked(UUID id, UUID enterprise) {
        return demands.lock(id)
                .filter(it -> it.enterpriseId().equals(enterprise))
                .orElseThrow(Demands::notFound);
    }

    private FinancingDemand lockedOf(UUID claimId, UUID enterprise) {
        UUID demand = claims.find(claimId).map(DemandClaim::demandId).orElseThrow(Demands::notFound);
        return locked(demand, enterprise);
    }

    /** As it is now that its demand is locked. */
    private DemandClaim fresh(UUID claimId) {
        return claims.find(claimId).orElseThrow(Demands::notFound);
    }

    private MyDemand mine(FinancingDemand demand) {
        return MyDemand.of(
                demand,
                shown.view(demand, DemandQuery.Reader.enterprise(demand.enterpriseId(), BusinessTime.today(clock))));
    }

    private MyDemand recorded(FinanceAction action, DemandView before, FinancingDemand demand) {
        MyDemand after = mine(demand);
        audit.changed(action, demand.id(), demand.number(), before, after.demand());
        return after;
    }

    private void recorded(FinanceAction action, ClaimView before, DemandClaim claim) {
        audit.changed(action, claim.id(), claim.number() + " " + claim.bankName(), before, ClaimView.of(claim, null));
    }

    private String numberOf(Instant postedAt) {
        return "XQ%s%06d"
                .formatted(BusinessTime.dayOf(postedAt).format(DateTimeFormatter.BASIC_ISO_DATE), demands.nextNumber());
    }

    /** As exact as the database keeps it, so that an answer does not differ from a later reading. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
