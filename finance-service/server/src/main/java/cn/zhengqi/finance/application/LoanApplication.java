package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanApplicationAccepted;
import cn.zhengqi.finance.api.LoanApplicationApproved;
import cn.zhengqi.finance.api.LoanApplicationAssigned;
import cn.zhengqi.finance.api.LoanApplicationRefused;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanApplicationWithdrawn;
import cn.zhengqi.finance.api.LoanDisbursed;
import cn.zhengqi.finance.api.LoanGrantExpired;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.api.LoanMaterialAsked;
import cn.zhengqi.finance.api.LoanMaterialSupplied;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.finance.api.LoanSettled;
import cn.zhengqi.finance.api.MatchResultCited;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Term;
import cn.zhengqi.kernel.Yuan;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise's application for a loan, from submission to settlement. Each change of state answers with what the
 * timeline shows and what the other services are told, or with a problem. Amounts in yuan.
 */
@TableName("loan_application")
@SuppressWarnings("UnusedVariable") // some columns are only written
class LoanApplication {

    static final int MAX_TERM_MONTHS = 360;
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    @TableId
    private UUID id;

    private String number;
    private UUID productId;
    private int productEdition;
    private String productTitle;
    private String productType;
    private UUID bankId;
    private String bankName;
    private UUID enterpriseId;
    private String enterpriseName;
    private @Nullable String townCode;
    private boolean demo;
    private UUID applicantId;
    private BigDecimal amount;
    private int termMonths;
    private String purpose;
    private LoanKind kind;
    private @Nullable UUID renewsApplicationId;
    private Channel channel;
    private String contactName;
    private ContactPhone contactPhone;
    private @Nullable UUID matchResultId;
    private Instant consentedAt;
    private ApplicationStatus status;
    private Instant submittedAt;
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

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private LoanApplication() {}

    private LoanApplication(
            String number,
            LoanProduct product,
            Applicant applicant,
            LoanRequest request,
            @Nullable Branch branch,
            Instant at) {
        this.id = Ids.next();
        this.number = number;
        this.productId = product.id();
        this.productEdition = product.edition();
        this.productTitle = product.title();
        this.productType = product.productType();
        this.bankId = product.bankId();
        this.bankName = product.bankName();
        this.enterpriseId = applicant.enterpriseId();
        this.enterpriseName = applicant.enterpriseName();
        this.townCode = applicant.townCode();
        this.demo = applicant.demo();
        this.applicantId = applicant.person().accountId();
        this.amount = request.amount();
        this.termMonths = request.termMonths();
        this.purpose = request.purpose();
        this.kind = request.kind();
        this.renewsApplicationId = request.renewsApplicationId();
        this.channel = request.channel();
        this.contactName = request.contactName();
        this.contactPhone = new ContactPhone(request.contactPhone());
        this.matchResultId = request.matchResultId();
        this.consentedAt = at;
        this.status = ApplicationStatus.SUBMITTED;
        this.submittedAt = at;
        this.changedAt = at;
        this.disbursedAmount = NOTHING;
        this.branchId = branch == null ? null : branch.id();
        this.branchName = branch == null ? null : branch.name();
    }

    /** To the head office of the bank. @throws ProblemException as the other */
    static Transition submit(
            String number,
            LoanProduct product,
            Applicant applicant,
            LoanRequest request,
            BorrowingHistory history,
            Instant at) {
        return submit(number, product, applicant, request, history, null, at);
    }

    /**
     * @param branch of the bank that looks after the applicant's town; absent: its head office
     * @throws ProblemException CONSENT_REQUIRED, PRODUCT_SUSPENDED, AMOUNT_OUT_OF_RANGE, TERM_OUT_OF_RANGE, or what
     *     {@link BorrowingHistory#confirm} says
     */
    static Transition submit(
            String number,
            LoanProduct product,
            Applicant applicant,
            LoanRequest request,
            BorrowingHistory history,
            @Nullable Branch branch,
            Instant at) {
        if (!request.consent()) {
            throw new ProblemException(FinanceProblem.CONSENT_REQUIRED);
        }
        product.checkRequest(request.amount(), request.termMonths());
        history.confirm(request.kind(), request.renewsApplicationId(), product.bankId());
        LoanApplication it = new LoanApplication(number, product, applicant, request, branch, at);
        return new Transition(
                it,
                it.step(
                        StepKind.SUBMITTED,
                        applicant.person(),
                        at,
                        "申请 " + Yuan.format(it.amount) + "，期限 " + Term.format(it.termMonths)),
                new LoanApplicationSubmitted(
                        it.parties(), it.productType, it.townCode, it.amount, it.kind, it.channel, at, null));
    }

    /** What matching is told of the result that it was started from; nothing when there is none. */
    @Nullable
    MatchResultCited cited() {
        return matchResultId == null ? null : new MatchResultCited(id, matchResultId, enterpriseId);
    }

    /**
     * An officer takes it out of the pool.
     *
     * @throws ProblemException APPLICATION_ALREADY_TAKEN with the name of who has it, STATE_CONFLICT when it is over
     */
    Transition take(Holder self, Actor officer, Instant at) {
        mustGoOn("认领");
        if (handlerId != null) {
            throw new ProblemException(
                    FinanceProblem.APPLICATION_ALREADY_TAKEN,
                    handlerId.equals(officer.accountId()) ? "您已认领该申请" : "该申请已由" + handlerName + "办理，请刷新后查看");
        }
        return held(self, StepKind.TAKEN, officer, null, null, at);
    }

    /**
     * Somebody of the bank gives it to somebody, or back into a pool.
     *
     * @param reason in words; mandatory where it is taken from somebody
     * @throws ProblemException HAND_OVER_REASON_REQUIRED, ALREADY_HANDLED_SO, STATE_CONFLICT when it is over
     */
    Transition handOver(Holder to, Actor by, @Nullable String reason, Instant at) {
        mustGoOn("转办");
        String why = reason == null ? "" : reason.strip();
        if (handlerId != null && why.isEmpty()) {
            throw new ProblemException(FinanceProblem.HAND_OVER_REASON_REQUIRED);
        }
        Actor officer = to.officer();
        if (Objects.equals(handlerId, officer == null ? null : officer.accountId())
                && to.institutionId().equals(deskId())) {
            throw new ProblemException(FinanceProblem.ALREADY_HANDLED_SO);
        }
        StepKind how = officer == null ? StepKind.POOLED : handlerId == null ? StepKind.ASSIGNED : StepKind.HANDED_OVER;
        String note = (officer == null
                        ? "转入" + to.institutionName() + "待认领"
                        : "由" + officer.name() + "（" + to.institutionName() + "）办理")
                + (handlerName == null ? "" : "，原办理人" + handlerName)
                + (why.isEmpty() ? "" : "；原因：" + why);
        return held(to, how, by, note, why.isEmpty() ? null : why, at);
    }

    private Transition held(
            Holder holder, StepKind how, Actor by, @Nullable String note, @Nullable String reason, Instant at) {
        boolean atBranch = !holder.institutionId().equals(bankId);
        branchId = atBranch ? holder.institutionId() : null;
        branchName = atBranch ? holder.institutionName() : null;
        Actor officer = holder.officer();
        handlerId = officer == null ? null : officer.accountId();
        handlerName = officer == null ? null : officer.name();
        return new Transition(
                this,
                step(how, by, at, note),
                new LoanApplicationAssigned(parties(), by.accountId(), by.name(), reason, at));
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
        if (handlerId == null) {
            handlerId = officer.accountId();
            handlerName = officer.name();
        }
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
     * @param words of the enterprise about what it supplies
     * @throws ProblemException STATE_CONFLICT unless the bank asked for it
     */
    Transition supplyMaterial(String words, Actor person, Instant at) {
        if (status != ApplicationStatus.NEED_MATERIAL) {
            throw status.refuse("补充材料");
        }
        status = ApplicationStatus.IN_REVIEW;
        return new Transition(
                this,
                step(StepKind.MATERIAL_SUPPLIED, person, at, words.strip()),
                new LoanMaterialSupplied(parties(), at));
    }

    /**
     * A first loan that its bank knows not to be one becomes an additional one.
     *
     * @param history granted loans of the enterprise; with this one among them where a colleague was quicker, whom the version then tells of
     * @throws ProblemException STATE_CONFLICT unless in review, FIRST_LOAN_ALREADY_GRANTED, or what {@link Grant} says
     */
    Transition approve(Grant grant, BorrowingHistory history, Actor officer, Instant at) {
        ApplicationStatus approved = status.to(ApplicationStatus.APPROVED, "批准");
        grant.checkAgainst(amount, BusinessTime.dayOf(at));
        LoanKind granted = grant.kindOf(kind);
        history.without(id).confirmGrant(granted);
        boolean corrected = granted != kind;
        status = approved;
        kind = granted;
        decidedAt = at;
        grantedAmount = grant.amount();
        grantedRate = grant.annualRate();
        grantedTermMonths = grant.termMonths();
        validUntil = grant.validUntil();
        String note = "授信额度 " + Yuan.format(grant.amount()) + "，年利率 "
                + grant.annualRate().stripTrailingZeros().toPlainString() + "%，期限 " + Term.format(grant.termMonths())
                + "，有效期至 "
                + grant.validUntil()
                + (corrected ? "；经银行核实此前已有贷款，按" + granted.label() + "批准" : "");
        return new Transition(
                this,
                step(StepKind.APPROVED, officer, at, note),
                new LoanApplicationApproved(
                        parties(), grant.amount(), grant.annualRate(), grant.termMonths(), granted, at));
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
                step(StepKind.REFUSED, officer, at, reason.label() + "：" + refusalReason),
                new LoanApplicationRefused(parties(), reason.code(), refusalReason, at));
    }

    /** @throws ProblemException STATE_CONFLICT once the bank has decided */
    Transition withdraw(Actor person, Instant at) {
        status = status.to(ApplicationStatus.WITHDRAWN, "撤回");
        return new Transition(
                this, step(StepKind.WITHDRAWN, person, at, null), new LoanApplicationWithdrawn(parties(), at));
    }

    /**
     * What was paid in time and is told late brings an expired grant back.
     *
     * @throws ProblemException STATE_CONFLICT unless approved and not settled, DISBURSEMENT_EXCEEDS_GRANT,
     *     DISBURSEMENT_DATE_OUT_OF_RANGE when before the decision, after today or after the grant has run out
     */
    Transition disburse(BigDecimal money, LocalDate on, Actor officer, Instant at) {
        if (status != ApplicationStatus.APPROVED && status != ApplicationStatus.EXPIRED) {
            throw status.refuse("登记放款");
        }
        BigDecimal granted = Objects.requireNonNull(grantedAmount);
        BigDecimal left = granted.subtract(disbursedAmount);
        if (money.signum() <= 0 || money.compareTo(left) > 0) {
            throw new ProblemException(
                    FinanceProblem.DISBURSEMENT_EXCEEDS_GRANT, "放款金额应大于零且不超过剩余额度 " + Yuan.format(left));
        }
        LocalDate decidedOn = BusinessTime.dayOf(Objects.requireNonNull(decidedAt));
        LocalDate last = Objects.requireNonNull(validUntil);
        if (on.isBefore(decidedOn) || on.isAfter(BusinessTime.dayOf(at)) || on.isAfter(last)) {
            throw new ProblemException(
                    FinanceProblem.DISBURSEMENT_DATE_OUT_OF_RANGE,
                    "放款日期不能早于批准日（" + BusinessTime.inWords(decidedOn) + "），也不能晚于今天和授信有效期（" + BusinessTime.inWords(last)
                            + "）");
        }
        status = ApplicationStatus.APPROVED;
        disbursedAmount = disbursedAmount.add(money);
        Disbursement disbursement = new Disbursement(id, money, on, officer, at);
        return new Transition(
                this,
                step(
                        StepKind.DISBURSED,
                        officer,
                        at,
                        on + " 放款 " + Yuan.format(money) + "，累计 " + Yuan.format(disbursedAmount)),
                new LoanDisbursed(parties(), disbursement.id(), money, disbursedAmount, on, at),
                disbursement);
    }

    /** @throws ProblemException STATE_CONFLICT unless approved, without a payment, and after the last day */
    Transition expire(Actor platform, Instant at) {
        ApplicationStatus expired = status.to(ApplicationStatus.EXPIRED, "作过期处理");
        LocalDate last = Objects.requireNonNull(validUntil);
        if (disbursedAmount.signum() > 0 || !BusinessTime.dayOf(at).isAfter(last)) {
            throw status.refuse("作过期处理");
        }
        status = expired;
        return new Transition(
                this,
                step(StepKind.EXPIRED, platform, at, "授信有效期至 " + last + "，未提款"),
                new LoanGrantExpired(parties(), last, at));
    }

    /** @throws ProblemException STATE_CONFLICT unless approved, NOTHING_DISBURSED */
    Transition settle(Actor officer, Instant at) {
        ApplicationStatus settled = status.to(ApplicationStatus.SETTLED, "结清");
        if (disbursedAmount.signum() == 0) {
            throw new ProblemException(FinanceProblem.NOTHING_DISBURSED);
        }
        status = settled;
        settledAt = at;
        return new Transition(this, step(StepKind.SETTLED, officer, at, null), new LoanSettled(parties(), at));
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
                id,
                number,
                productId,
                productTitle,
                bankId,
                bankName,
                enterpriseId,
                enterpriseName,
                applicantId,
                demo,
                branchId,
                handlerId);
    }

    private ApplicationStep step(StepKind kindOfStep, Actor actor, Instant at, @Nullable String note) {
        changedAt = at;
        return new ApplicationStep(id, at, kindOfStep, actor, note);
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    UUID productId() {
        return productId;
    }

    int productEdition() {
        return productEdition;
    }

    String productTitle() {
        return productTitle;
    }

    UUID bankId() {
        return bankId;
    }

    String bankName() {
        return bankName;
    }

    UUID enterpriseId() {
        return enterpriseId;
    }

    UUID applicantId() {
        return applicantId;
    }

    String enterpriseName() {
        return enterpriseName;
    }

    @Nullable
    String townCode() {
        return townCode;
    }

    boolean demo() {
        return demo;
    }

    BigDecimal amount() {
        return amount;
    }

    int termMonths() {
        return termMonths;
    }

    String purpose() {
        return purpose;
    }

    LoanKind kind() {
        return kind;
    }

    @Nullable
    UUID renewsApplicationId() {
        return renewsApplicationId;
    }

    Channel channel() {
        return channel;
    }

    String contactName() {
        return contactName;
    }

    String contactPhone() {
        return contactPhone.value();
    }

    @Nullable
    UUID matchResultId() {
        return matchResultId;
    }

    ApplicationStatus status() {
        return status;
    }

    Instant submittedAt() {
        return submittedAt;
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
        return branchId == null ? bankId : branchId;
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
