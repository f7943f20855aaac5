package cn.zhengqi.finance.demand;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.ClaimParties;
import cn.zhengqi.finance.api.DemandClaimEnded;
import cn.zhengqi.finance.api.DemandClaimed;
import cn.zhengqi.finance.api.DemandGivenBack;
import cn.zhengqi.finance.api.DemandHidden;
import cn.zhengqi.finance.api.DemandOffered;
import cn.zhengqi.finance.api.DemandShown;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Yuan;
import cn.zhengqi.promise.PromiseView;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One bank's claim of a demand, from 认领 to its end. Each change answers with what the others are told. */
@TableName("demand_claim")
@SuppressWarnings("UnusedVariable") // some columns are only written
class DemandClaim {

    /** What courts protect, as for grants. */
    private static final BigDecimal MAX_RATE = new BigDecimal("24");

    @TableId
    private UUID id;

    private UUID demandId;
    private String number;
    private UUID bankId;
    private String bankName;
    private UUID officerId;
    private String officerName;
    private ClaimStatus status;
    private Instant claimedAt;
    private @Nullable UUID productId;
    private @Nullable Integer productEdition;
    private @Nullable String productTitle;
    private @Nullable BigDecimal offeredAmount;
    private @Nullable BigDecimal offeredRate;
    private @Nullable Integer offeredTermMonths;
    private @Nullable LocalDate offeredUntil;
    private @Nullable String offerWords;
    private @Nullable Instant offeredAt;
    private @Nullable UUID offererId;
    private @Nullable String offererName;
    private @Nullable String giveBackReasonCode;
    private @Nullable String giveBackReason;
    private @Nullable Instant agreedAt;
    private @Nullable UUID agreedBy;

    private @Nullable Instant agreementWithdrawnAt;

    private @Nullable Instant endedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private DemandClaim() {}

    /** @throws ProblemException STATE_CONFLICT unless the demand stands */
    DemandClaim(FinancingDemand demand, Bank bank, Actor officer, Instant at) {
        demand.mustStand("认领", at);
        this.id = Ids.next();
        this.demandId = demand.id();
        this.number = demand.number();
        this.bankId = bank.id();
        this.bankName = bank.name();
        this.officerId = officer.accountId();
        this.officerName = officer.name();
        this.status = ClaimStatus.CLAIMED;
        this.claimedAt = at;
    }

    DemandClaimed claimed(FinancingDemand demand, @Nullable PromiseView promise) {
        return new DemandClaimed(
                parties(demand),
                promise == null ? null : promise.dueOn(),
                promise == null ? null : promise.dueAt(),
                claimedAt);
    }

    /**
     * @param by who makes it, and has the application that may come of it
     * @throws ProblemException STATE_CONFLICT unless it waits for an offer and the demand stands, PRODUCT_OF_ANOTHER_BANK, what {@link
     *     cn.zhengqi.finance.product.LoanProduct#checkRequest} says, OFFER_OUT_OF_RANGE, RATE_ABOVE_PRODUCT, RATE_OUT_OF_RANGE, VALIDATION_FAILED for its last day
     */
    DemandOffered offer(Offer offer, Actor by, FinancingDemand demand, Instant at) {
        demand.mustStand("报价", at);
        ClaimStatus offered = status.to(ClaimStatus.OFFERED, "报价");
        if (!offer.product().bankId().equals(bankId)) {
            throw new ProblemException(FinanceProblem.PRODUCT_OF_ANOTHER_BANK);
        }
        // What is offered has to be what can be applied for, to its last day.
        offer.product().checkRequest(offer.amount(), offer.termMonths(), offer.until());
        if (offer.amount().compareTo(demand.amount()) > 0) {
            throw new ProblemException(
                    FinanceProblem.OFFER_OUT_OF_RANGE, "报价金额不能超过需求金额 " + Yuan.format(demand.amount()));
        }
        offer.product().checkRate(offer.rate());
        if (offer.rate().signum() <= 0 || offer.rate().compareTo(MAX_RATE) > 0) {
            throw new ProblemException(FinanceProblem.RATE_OUT_OF_RANGE);
        }
        if (offer.until().isBefore(BusinessTime.dayOf(at)) || offer.until().isAfter(demand.expiresOn())) {
            throw ProblemException.validation(
                    "until", "RANGE", "报价有效期应在今天至需求截止日（" + BusinessTime.inWords(demand.expiresOn()) + "）之间");
        }
        status = offered;
        productId = offer.product().id();
        productEdition = offer.product().edition();
        productTitle = offer.product().title();
        offeredAmount = offer.amount();
        offeredRate = offer.rate();
        offeredTermMonths = offer.termMonths();
        offeredUntil = offer.until();
        offerWords = offer.words();
        offeredAt = at;
        offererId = by.accountId();
        offererName = by.name();
        return new DemandOffered(
                parties(demand),
                offer.product().title(),
                offer.amount(),
                offer.rate(),
                offer.termMonths(),
                offer.until(),
                at);
    }

    /** @throws ProblemException STATE_CONFLICT unless it waits for an offer, GIVE_BACK_REASON_REQUIRED where the reason says nothing by itself */
    DemandGivenBack giveBack(GiveBackReason reason, @Nullable String words, FinancingDemand demand, Instant at) {
        String added = words == null ? "" : words.strip();
        ClaimStatus back = status.to(ClaimStatus.GIVEN_BACK, "退回");
        if (reason.code().equals(GiveBackReason.OTHER) && added.isEmpty()) {
            throw new ProblemException(FinanceProblem.GIVE_BACK_REASON_REQUIRED);
        }
        status = back;
        giveBackReasonCode = reason.code();
        giveBackReason = reason.inWords(added);
        endedAt = at;
        return new DemandGivenBack(parties(demand), giveBackReason, at);
    }

    /**
     * The bank may see whose demand it is from now on.
     *
     * @throws ProblemException STATE_CONFLICT unless the claim and the demand stand, and when it may already
     */
    DemandShown agree(Actor person, FinancingDemand demand, Instant at) {
        demand.mustStand("同意查看", at);
        if (!status.isOpen() || agreed()) {
            throw status.refuse("再次同意查看");
        }
        agreedAt = at;
        agreedBy = person.accountId();
        agreementWithdrawnAt = null;
        return new DemandShown(parties(demand), person.accountId(), at);
    }

    /** @throws ProblemException STATE_CONFLICT unless it was agreed */
    DemandHidden takeAgreementBack(FinancingDemand demand, Instant at) {
        if (!agreed()) {
            throw status.refuse("撤回同意");
        }
        agreementWithdrawnAt = at;
        return new DemandHidden(parties(demand), at);
    }

    /** Whether the bank may see whose demand it is, as far as the enterprise said so here: while its claim stands. */
    boolean agreed() {
        return status.isOpen() && agreedAt != null && agreementWithdrawnAt == null;
    }

    /** @throws ProblemException STATE_CONFLICT without an offer, OFFER_OVER after its last day */
    void mustBeChoosable(Instant at) {
        status.to(ClaimStatus.CHOSEN, "选定");
        if (isOver(at)) {
            throw new ProblemException(FinanceProblem.OFFER_OVER);
        }
    }

    boolean isOver(Instant at) {
        return offeredUntil != null && BusinessTime.dayOf(at).isAfter(offeredUntil);
    }

    DemandClaimEnded chosen(UUID application, FinancingDemand demand, Instant at) {
        return end(ClaimStatus.CHOSEN, DemandClaimEnded.Outcome.CHOSEN, application, demand, at);
    }

    DemandClaimEnded notChosen(FinancingDemand demand, Instant at) {
        return end(ClaimStatus.NOT_CHOSEN, DemandClaimEnded.Outcome.NOT_CHOSEN, null, demand, at);
    }

    DemandClaimEnded lapse(FinancingDemand demand, Instant at) {
        return end(ClaimStatus.LAPSED, DemandClaimEnded.Outcome.LAPSED, null, demand, at);
    }

    private DemandClaimEnded end(
            ClaimStatus how,
            DemandClaimEnded.Outcome told,
            @Nullable UUID application,
            FinancingDemand demand,
            Instant at) {
        status = status.to(how, "结束");
        endedAt = at;
        return new DemandClaimEnded(parties(demand), told, application, at);
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    DemandClaim seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    /**
     * Who claimed it answers it. Where they are away, somebody who says who has what does it in their place.
     *
     * @throws ProblemException CLAIM_OF_COLLEAGUE with the name of who claimed it
     */
    DemandClaim answeredBy(Answerer by) {
        if (!by.assigns() && !officerId.equals(by.officer().accountId())) {
            throw new ProblemException(
                    FinanceProblem.CLAIM_OF_COLLEAGUE, "该需求由" + officerName + "认领，由其答复；需要换人的，请本机构负责人答复");
        }
        return this;
    }

    ClaimParties parties(FinancingDemand demand) {
        return new ClaimParties(
                id, demandId, number, bankId, bankName, officerId, demand.enterpriseId(), demand.posterId());
    }

    UUID id() {
        return id;
    }

    UUID demandId() {
        return demandId;
    }

    String number() {
        return number;
    }

    UUID bankId() {
        return bankId;
    }

    String bankName() {
        return bankName;
    }

    UUID officerId() {
        return officerId;
    }

    String officerName() {
        return officerName;
    }

    ClaimStatus status() {
        return status;
    }

    Instant claimedAt() {
        return claimedAt;
    }

    @Nullable
    Instant agreedAt() {
        return agreedAt;
    }

    @Nullable
    UUID agreedBy() {
        return agreedBy;
    }

    @Nullable
    String giveBackReason() {
        return giveBackReason;
    }

    /** Who made the offer; null while nothing was offered. */
    @Nullable
    UUID offererId() {
        return offererId;
    }

    /** What was offered; null while nothing was. */
    @Nullable
    OfferView offered() {
        return offeredAt == null
                ? null
                : new OfferView(
                        Objects.requireNonNull(productId),
                        Objects.requireNonNull(productTitle),
                        Objects.requireNonNull(offeredAmount),
                        Objects.requireNonNull(offeredRate),
                        Objects.requireNonNull(offeredTermMonths),
                        Objects.requireNonNull(offeredUntil),
                        offerWords,
                        BusinessTime.at(offeredAt));
    }

    int version() {
        return version;
    }
}
