package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanAnsweredBySystem;
import cn.zhengqi.finance.api.LoanApplicationAccepted;
import cn.zhengqi.finance.api.LoanApplicationApproved;
import cn.zhengqi.finance.api.LoanApplicationAssigned;
import cn.zhengqi.finance.api.LoanApplicationRefused;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanApplicationWithdrawn;
import cn.zhengqi.finance.api.LoanDisbursed;
import cn.zhengqi.finance.api.LoanFilesAdded;
import cn.zhengqi.finance.api.LoanGrantExpired;
import cn.zhengqi.finance.api.LoanGrantExpiring;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.api.LoanMaterialAsked;
import cn.zhengqi.finance.api.LoanMaterialSupplied;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.finance.api.LoanSettled;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Yuan;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise's application for a loan, from submission to settlement. Each change of state answers with what the
 * timeline shows and what the other services are told, or with a problem. What was handed in stands in {@link LoanSubmission},
 * with whom it lies is ruled by {@link Assignment}, what may be drawn by {@link CreditGrant}. Amounts in yuan.
 */
@TableName("loan_application")
@SuppressWarnings("UnusedVariable") // some columns are only written
final class LoanApplication extends LoanSubmission {

    static final int MAX_TERM_MONTHS = 360;

    private LoanKind kind;
    private ApplicationStatus status;
    private Instant changedAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant decidedAt;
    private @Nullable Instant settledAt;
    private @Nullable BigDecimal grantedAmount;
    private @Nullable BigDecimal grantedRate;
    private @Nullable Integer grantedTermMonths;
    private @Nullable LocalDate validUntil;
    private @Nullable String refusalReasonCode;
    private @Nullable String refusalReason;
    private BigDecimal disbursedAmount;
    private @Nullable UUID branchId;
    private @Nullable String branchName;
    private @Nullable UUID handlerId;
    private @Nullable String handlerName;
    private boolean handledBySystem;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private LoanApplication() {}

    private LoanApplication(
            String number,
            LoanProduct product,
            Applicant applicant,
            LoanRequest request,
            Assignment assignment,
            Instant at) {
        super(number, product, applicant, request, at);
        this.kind = request.kind();
        this.status = ApplicationStatus.SUBMITTED;
        this.changedAt = at;
        this.disbursedAmount = CreditGrant.NOTHING;
        liesWith(assignment);
    }

    /** To the head office of the bank. @throws ProblemException as the other */
    static Transition submit(
            String number,
            LoanProduct product,
            Applicant applicant,
            LoanRequest request,
            BorrowingHistory history,
            Instant at) {
        return submit(number, product, applicant, request, history, Assignment.ofPool(product.bankId(), null), at);
    }

    /**
     * @param assignment where it lies from the beginning
     * @throws ProblemException CONSENT_REQUIRED, PRODUCT_SUSPENDED, AMOUNT_OUT_OF_RANGE, TERM_OUT_OF_RANGE, or what
     *     {@link BorrowingHistory#confirm} says
     */
    static Transition submit(
            String number,
            LoanProduct product,
            Applicant applicant,
            LoanRequest request,
            BorrowingHistory history,
            Assignment assignment,
            Instant at) {
        if (!request.consent()) {
            throw new ProblemException(FinanceProblem.CONSENT_REQUIRED);
        }
        product.checkRequest(request.amount(), request.termMonths(), BusinessTime.dayOf(at));
        history.confirm(request.kind(), request.renewsApplicationId(), product.bankId());
        LoanApplication it = new LoanApplication(number, product, applicant, request, assignment, at);
        return new Transition(
                it,
                it.step(StepKind.SUBMITTED, applicant.person(), at, request.inWords()),
                new LoanApplicationSubmitted(
                        it.parties(),
                        it.productType(),
                        it.townCode(),
                        it.amount(),
                        it.kind,
                        it.channel(),
                        at,
                        null,
                        null));
    }

    /**
     * An officer takes it out of the pool.
     *
     * @throws ProblemException APPLICATION_ALREADY_TAKEN with the name of who has it, STATE_CONFLICT when it is over
     */
    Transition take(Holder self, Actor officer, Instant at) {
        mustGoOn("认领");
        return assigned(assignment().take(self, officer), officer, at);
    }

    /**
     * Somebody of the bank gives it to somebody, or back into a pool.
     *
     * @param reason in words; mandatory where it is taken from somebody
     * @throws ProblemException HAND_OVER_REASON_REQUIRED, ALREADY_HANDLED_SO, STATE_CONFLICT when it is over
     */
    Transition handOver(Holder to, Actor by, @Nullable String reason, Instant at) {
        mustGoOn("转办");
        return assigned(assignment().handOver(to, reason), by, at);
    }

    private Transition assigned(Assignment.Change change, Actor by, Instant at) {
        UUID former = handledBySystem ? null : handlerId;
        liesWith(change.to());
        return new Transition(
                this,
                step(change.how(), by, at, change.note()),
                new LoanApplicationAssigned(parties(), by.accountId(), by.name(), former, change.reason(), at));
    }

    /** What colleagues read of an application that came to somebody by the offer that they made. */
    ApplicationStep cameByOffer(Holder who, Instant at) {
        Actor officer = Objects.requireNonNull(who.officer());
        return step(
                StepKind.ASSIGNED, officer, at, "由" + officer.name() + "（" + who.institutionName() + "）办理：企业选定了其报价");
    }

    /**
     * Before the bank answers. What lies in the pool is accepted by whoever takes it so; what is over nobody has any more.
     *
     * @throws ProblemException what {@link Assignment#mustBeWith} says
     */
    LoanApplication answeredBy(Decider by) {
        boolean free = status == ApplicationStatus.SUBMITTED && handlerId == null;
        if (!by.wholeBank() && !free && !status.next().isEmpty()) {
            assignment().mustBeWith(by.actor());
        }
        return this;
    }

    private Assignment assignment() {
        return new Assignment(bankId(), branchId, branchName, handlerId, handlerName, handledBySystem);
    }

    private void liesWith(Assignment assignment) {
        branchId = assignment.branchId();
        branchName = assignment.branchName();
        handlerId = assignment.handlerId();
        handlerName = assignment.handlerName();
        handledBySystem = assignment.handledBySystem();
    }

    private void mustGoOn(String action) {
        if (status.next().isEmpty()) {
            throw status.refuse(action);
        }
    }

    /** @throws ProblemException STATE_CONFLICT unless it waits to be taken up */
    Transition accept(Actor officer, Instant at) {
        if (status == ApplicationStatus.NEED_MATERIAL) {
            throw status.refuse("受理");
        }
        status = status.to(ApplicationStatus.IN_REVIEW, "受理");
        acceptedAt = at;
        liesWith(assignment().acceptedBy(officer));
        return new Transition(
                this, step(StepKind.ACCEPTED, officer, at, null), new LoanApplicationAccepted(parties(), at));
    }

    /**
     * @param what the enterprise has to supply, in the bank's words
     * @throws ProblemException STATE_CONFLICT unless in review
     */
    Transition askMaterial(String what, Actor officer, Instant at) {
        status = status.to(ApplicationStatus.NEED_MATERIAL, "要求补充材料");
        return new Transition(
                this,
                step(StepKind.MATERIAL_ASKED, officer, at, what.strip()),
                new LoanMaterialAsked(parties(), what.strip(), at));
    }

    /**
     * @param words of the enterprise about what it supplies; may be left out where files say it
     * @param files that come with them
     * @throws ProblemException STATE_CONFLICT unless the bank asked for it, VALIDATION_FAILED when nothing is supplied
     */
    Transition supplyMaterial(@Nullable String words, int files, Actor person, Instant at) {
        if (status != ApplicationStatus.NEED_MATERIAL) {
            throw status.refuse("补充材料");
        }
        String said = words == null || words.isBlank() ? null : words.strip();
        if (said == null && files == 0) {
            throw ProblemException.validation("words", "REQUIRED", "请填写补充说明，或上传文件");
        }
        status = ApplicationStatus.IN_REVIEW;
        return new Transition(
                this, step(StepKind.MATERIAL_SUPPLIED, person, at, said), new LoanMaterialSupplied(parties(), at));
    }

    /**
     * Files that the bank did not ask for. What it asked for is supplied instead, so that its time goes on with it.
     *
     * @throws ProblemException STATE_CONFLICT while the bank waits for material, and once it has decided
     */
    Transition addFiles(Actor person, Instant at) {
        if (status != ApplicationStatus.SUBMITTED && status != ApplicationStatus.IN_REVIEW) {
            throw status.refuse("补交文件");
        }
        return new Transition(this, step(StepKind.FILES_ADDED, person, at, null), new LoanFilesAdded(parties(), at));
    }

    /**
     * A first loan that its bank knows not to be one becomes an additional one.
     *
     * @param history granted loans of the enterprise; with this one among them where a colleague was quicker, whom the version then tells of
     * @throws ProblemException STATE_CONFLICT unless in review, FIRST_LOAN_ALREADY_GRANTED, or what {@link Grant} says
     */
    Transition approve(Grant grant, BorrowingHistory history, Actor officer, Instant at) {
        ApplicationStatus approved = status.to(ApplicationStatus.APPROVED, "批准");
        grant.checkAgainst(asked(), kind, BusinessTime.dayOf(at));
        LoanKind granted = grant.kindOf(kind);
        history.without(id()).confirmGrant(granted);
        boolean corrected = granted != kind;
        status = approved;
        kind = granted;
        decidedAt = at;
        grantedAmount = grant.amount();
        grantedRate = grant.annualRate();
        grantedTermMonths = grant.termMonths();
        validUntil = grant.validUntil();
        String note = grant.inWords(asked()) + (corrected ? "；经银行核实此前已有贷款，按" + granted.label() + "批准" : "");
        return new Transition(
                this,
                step(StepKind.APPROVED, officer, at, note),
                new LoanApplicationApproved(
                        parties(),
                        grant.amount(),
                        grant.annualRate(),
                        grant.termMonths(),
                        granted,
                        grant.validUntil(),
                        at));
    }

    /**
     * @param words what the bank says beside the catalogue; mandatory, because "other" alone explains nothing
     * @throws ProblemException STATE_CONFLICT unless in review, REFUSAL_REASON_REQUIRED
     */
    Transition refuse(RefusalReason reason, String words, Actor officer, Instant at) {
        ApplicationStatus refused = status.to(ApplicationStatus.REFUSED, "作不通过处理");
        if (words.isBlank()) {
            throw new ProblemException(FinanceProblem.REFUSAL_REASON_REQUIRED);
        }
        status = refused;
        decidedAt = at;
        refusalReasonCode = reason.code();
        refusalReason = words.strip();
        return new Transition(
                this,
                step(StepKind.REFUSED, officer, at, reason.inWords(refusalReason)),
                new LoanApplicationRefused(parties(), reason.code(), reason.label(), refusalReason, at));
    }

    /** @throws ProblemException STATE_CONFLICT once the bank has decided */
    Transition withdraw(Actor person, Instant at) {
        status = status.to(ApplicationStatus.WITHDRAWN, "撤回");
        return new Transition(
                this, step(StepKind.WITHDRAWN, person, at, null), new LoanApplicationWithdrawn(parties(), at));
    }

    /** Who handed it in held no code of the enterprise any more. @throws ProblemException STATE_CONFLICT once the bank has decided */
    Transition endWithTheCode(Actor platform, Instant at) {
        status = status.to(ApplicationStatus.WITHDRAWN, "撤回");
        return new Transition(
                this,
                step(StepKind.WITHDRAWN, platform, at, "企业码已注销，注销后提交的申请自动撤回"),
                new LoanApplicationWithdrawn(parties(), at));
    }

    /**
     * What was paid in time and is told late brings an expired grant back.
     *
     * @throws ProblemException STATE_CONFLICT unless approved and not settled, DISBURSEMENT_EXCEEDS_GRANT,
     *     DISBURSEMENT_DATE_OUT_OF_RANGE when before the decision, after today or after the grant has run out
     */
    Transition disburse(Drawdown payment, Actor officer, Instant at) {
        if (status != ApplicationStatus.APPROVED && status != ApplicationStatus.EXPIRED) {
            throw status.refuse("登记放款");
        }
        CreditGrant drawn = creditGrant().draw(payment.amount(), payment.on(), BusinessTime.dayOf(at));
        status = ApplicationStatus.APPROVED;
        disbursedAmount = drawn.disbursed();
        Disbursement disbursement = new Disbursement(id(), payment, officer, at);
        return new Transition(
                this,
                step(
                        StepKind.DISBURSED,
                        officer,
                        at,
                        payment.on() + " 放款 " + Yuan.format(payment.amount())
                                + (payment.reference() == null ? "" : "，流水号 " + payment.reference()) + "，累计 "
                                + Yuan.format(disbursedAmount)),
                new LoanDisbursed(parties(), disbursement.id(), payment.amount(), disbursedAmount, payment.on(), at),
                disbursement);
    }

    /** @throws ProblemException STATE_CONFLICT unless approved, without a payment, and after the last day */
    Transition expire(Actor platform, Instant at) {
        ApplicationStatus expired = status.to(ApplicationStatus.EXPIRED, "作过期处理");
        CreditGrant grant = creditGrant();
        if (!grant.isForfeit(BusinessTime.dayOf(at))) {
            throw status.refuse("作过期处理");
        }
        LocalDate last = grant.validUntil();
        status = expired;
        return new Transition(
                this,
                step(StepKind.EXPIRED, platform, at, "授信有效期至 " + last + "，未提款"),
                new LoanGrantExpired(parties(), last, at));
    }

    /** That its last day is near. */
    LoanGrantExpiring expiring(Instant at) {
        return new LoanGrantExpiring(parties(), creditGrant().validUntil(), at);
    }

    /** What whoever has it is told of a move that they did not make; empty where it lies with nobody, or with the system itself. */
    Optional<LoanAnsweredBySystem> answeredBehind(Transition moved, Decider by, Instant at) {
        return by.actor().system() && handlerId != null && !handledBySystem
                ? Optional.of(new LoanAnsweredBySystem(
                        parties(), moved.step().kind().label(), by.actor().name(), at))
                : Optional.empty();
    }

    /** @throws ProblemException STATE_CONFLICT unless approved, NOTHING_DISBURSED */
    Transition settle(Actor officer, Instant at) {
        ApplicationStatus settled = status.to(ApplicationStatus.SETTLED, "结清");
        creditGrant().mustBeDrawn();
        status = settled;
        settledAt = at;
        return new Transition(this, step(StepKind.SETTLED, officer, at, null), new LoanSettled(parties(), at));
    }

    /** Once the bank has granted it. */
    private CreditGrant creditGrant() {
        return new CreditGrant(
                Objects.requireNonNull(grantedAmount),
                disbursedAmount,
                BusinessTime.dayOf(Objects.requireNonNull(decidedAt)),
                Objects.requireNonNull(validUntil));
    }

    /**
     * The caller decided by what they saw; if that is not what is stored, they have to look again.
     *
     * @throws ProblemException VERSION_CONFLICT
     */
    LoanApplication seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    LoanParties parties() {
        return new LoanParties(
                id(),
                number(),
                productId(),
                productTitle(),
                bankId(),
                bankName(),
                enterpriseId(),
                enterpriseName(),
                applicantId(),
                demo(),
                branchId,
                handlerId);
    }

    private ApplicationStep step(StepKind kindOfStep, Actor actor, Instant at, @Nullable String note) {
        changedAt = at;
        return new ApplicationStep(id(), at, kindOfStep, actor, note);
    }

    LoanKind kind() {
        return kind;
    }

    ApplicationStatus status() {
        return status;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    BigDecimal grantedAmount() {
        return grantedAmount;
    }

    @Nullable
    BigDecimal grantedRate() {
        return grantedRate;
    }

    @Nullable
    Integer grantedTermMonths() {
        return grantedTermMonths;
    }

    @Nullable
    LocalDate validUntil() {
        return validUntil;
    }

    @Nullable
    String refusalReasonCode() {
        return refusalReasonCode;
    }

    @Nullable
    String refusalReason() {
        return refusalReason;
    }

    BigDecimal disbursedAmount() {
        return disbursedAmount;
    }

    /** The institution where it lies: a branch, or the bank itself. */
    UUID deskId() {
        return assignment().deskId();
    }

    @Nullable
    UUID branchId() {
        return branchId;
    }

    @Nullable
    String branchName() {
        return branchName;
    }

    @Nullable
    UUID handlerId() {
        return handlerId;
    }

    @Nullable
    String handlerName() {
        return handlerName;
    }

    int version() {
        return version;
    }
}
