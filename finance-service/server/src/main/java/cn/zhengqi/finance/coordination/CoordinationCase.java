package cn.zhengqi.finance.coordination;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.CoordinationDeclared;
import cn.zhengqi.finance.api.CoordinationEnded;
import cn.zhengqi.finance.api.CoordinationParties;
import cn.zhengqi.finance.api.CoordinationRejected;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An enterprise on the 申报清单, and how it goes on from there. Amounts in yuan. */
@TableName("coordination_case")
class CoordinationCase {

    @TableId
    private UUID id;

    private String number;
    private UUID enterpriseId;
    private String enterpriseName;
    private String uscc;
    private boolean demo;
    private String townCode;
    private String townName;
    private CaseOrigin origin;
    private @Nullable UUID visitId;
    private @Nullable UUID institutionId;
    private @Nullable String institutionName;
    private UUID declaredBy;
    private String declaredByName;
    private BigDecimal amount;
    private int termMonths;
    private String purpose;
    private CreditKind creditKind;
    private @Nullable String words;
    private String contactName;
    private CoordinationPhone contactPhone;
    private CaseStatus status;
    private Instant declaredAt;
    private @Nullable Integer criteriaEdition;
    private @Nullable Findings findings;

    @SuppressWarnings("UnusedVariable") // only written
    private @Nullable UUID checkedBy;

    private @Nullable String checkedByName;
    private @Nullable Instant checkedAt;
    private @Nullable String rejection;
    private @Nullable String closing;

    private @Nullable Instant endedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private CoordinationCase() {}

    private CoordinationCase(
            String number,
            Party enterprise,
            Actor person,
            Need need,
            @Nullable String words,
            Contact contact,
            Instant at) {
        this.id = Ids.next();
        this.number = number;
        this.enterpriseId = enterprise.id();
        this.enterpriseName = enterprise.name();
        this.uscc = enterprise.uscc();
        this.demo = enterprise.demo();
        this.townCode = enterprise.townCode();
        this.townName = enterprise.townName();
        this.origin = CaseOrigin.SELF;
        this.declaredBy = person.accountId();
        this.declaredByName = person.name();
        this.amount = need.amount();
        this.termMonths = need.termMonths();
        this.purpose = need.purpose();
        this.creditKind = need.kind();
        this.words = words;
        this.contactName = contact.name();
        this.contactPhone = new CoordinationPhone(contact.phone());
        this.status = CaseStatus.DECLARED;
        this.declaredAt = at;
    }

    static CoordinationCase declare(
            String number,
            Party enterprise,
            Actor person,
            Need need,
            @Nullable String words,
            Contact contact,
            Instant at) {
        return new CoordinationCase(number, enterprise, person, need, words, contact, at);
    }

    /** Declared by the officer who was there, with the enterprise's word that they may. What the officer wrote of the visit is not for banks. */
    static CoordinationCase afterVisit(
            String number, Visit visit, Party enterprise, Officer officer, Need need, Contact contact, Instant at) {
        CoordinationCase it = new CoordinationCase(
                number, enterprise, new Actor(officer.accountId(), officer.name()), need, null, contact, at);
        it.origin = CaseOrigin.VISIT;
        it.visitId = visit.id();
        it.institutionId = officer.institutionId();
        it.institutionName = officer.institutionName();
        return it;
    }

    CoordinationDeclared declared() {
        return new CoordinationDeclared(
                parties(), amount, termMonths, townName, origin == CaseOrigin.VISIT, declaredAt);
    }

    /**
     * It comes on the 推荐清单.
     *
     * @throws ProblemException STATE_CONFLICT unless it waits for the check, CRITERIA_NOT_MET
     */
    void recommend(int edition, Findings found, Actor checker, Instant at) {
        CaseStatus recommended = status.to(CaseStatus.RECOMMENDED, "推荐");
        if (status != CaseStatus.DECLARED) {
            throw status.refuse("再次核查");
        }
        if (!found.allMet()) {
            throw new ProblemException(FinanceProblem.CRITERIA_NOT_MET, "不能推荐：" + found.lacking());
        }
        checked(edition, found, checker, at);
        status = recommended;
    }

    /** @throws ProblemException STATE_CONFLICT unless it waits for the check */
    CoordinationRejected reject(int edition, Findings found, String reason, Actor checker, Instant at) {
        status = status.to(CaseStatus.REJECTED, "作核查不通过处理");
        checked(edition, found, checker, at);
        rejection = reason;
        endedAt = at;
        return new CoordinationRejected(parties(), reason, at);
    }

    /** To one more bank, by the check that there was. @throws ProblemException STATE_CONFLICT unless it was recommended */
    void recommendFurther() {
        if (status != CaseStatus.RECOMMENDED) {
            status = status == CaseStatus.ANSWERED || status == CaseStatus.CLOSED
                    ? status.to(CaseStatus.RECOMMENDED, "增加银行")
                    : refusedStatus("增加银行");
            endedAt = null;
        }
    }

    private CaseStatus refusedStatus(String action) {
        throw status.refuse(action);
    }

    /** No bank is waited for any more. @throws ProblemException STATE_CONFLICT unless it was recommended */
    void answered(Instant at) {
        status = status.to(CaseStatus.ANSWERED, "办结");
        endedAt = at;
    }

    /** The banks that are still silent are not waited for. @throws ProblemException STATE_CONFLICT unless it was recommended */
    void close(String reason, Instant at) {
        status = status.to(CaseStatus.CLOSED, "关闭");
        closing = reason;
        endedAt = at;
    }

    /** Also after the banks' answers: it ends the consent. @throws ProblemException STATE_CONFLICT after a rejection or where it was done */
    void withdraw(Instant at) {
        status = status.to(CaseStatus.WITHDRAWN, "撤回");
        endedAt = at;
    }

    /** Whether the enterprise still wants others to know whom to call and what it wrote. */
    boolean consents() {
        return status != CaseStatus.WITHDRAWN;
    }

    /** How it came out once no bank is waited for: that one was silent counts where none of the others grants. */
    CoordinationEnded ended(List<Recommendation> all, Instant at) {
        if (all.stream().anyMatch(one -> one.status().funds())) {
            return ended(CoordinationEnded.Outcome.FUNDED, at);
        }
        return ended(
                status == CaseStatus.CLOSED
                        ? CoordinationEnded.Outcome.UNANSWERED
                        : CoordinationEnded.Outcome.NOT_FUNDED,
                at);
    }

    /** How it came out, for who filed it. */
    CoordinationEnded ended(CoordinationEnded.Outcome outcome, Instant at) {
        return new CoordinationEnded(parties(), institutionId, outcome, at);
    }

    private void checked(int edition, Findings found, Actor checker, Instant at) {
        criteriaEdition = edition;
        findings = found;
        checkedBy = checker.accountId();
        checkedByName = checker.name();
        checkedAt = at;
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    CoordinationCase seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    CoordinationParties parties() {
        return new CoordinationParties(
                id,
                number,
                enterpriseId,
                enterpriseName,
                townCode,
                origin == CaseOrigin.SELF ? declaredBy : null,
                demo);
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    UUID enterpriseId() {
        return enterpriseId;
    }

    String enterpriseName() {
        return enterpriseName;
    }

    String uscc() {
        return uscc;
    }

    boolean demo() {
        return demo;
    }

    String townCode() {
        return townCode;
    }

    String townName() {
        return townName;
    }

    CaseOrigin origin() {
        return origin;
    }

    @Nullable
    UUID institutionId() {
        return institutionId;
    }

    @Nullable
    UUID visitId() {
        return visitId;
    }

    @Nullable
    String institutionName() {
        return institutionName;
    }

    String declaredByName() {
        return declaredByName;
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

    CreditKind creditKind() {
        return creditKind;
    }

    @Nullable
    String words() {
        return words;
    }

    String contactName() {
        return contactName;
    }

    String contactPhone() {
        return contactPhone.value();
    }

    CaseStatus status() {
        return status;
    }

    Instant declaredAt() {
        return declaredAt;
    }

    @Nullable
    Integer criteriaEdition() {
        return criteriaEdition;
    }

    Findings findings() {
        return Objects.requireNonNullElseGet(findings, () -> new Findings(List.of()));
    }

    @Nullable
    String checkedByName() {
        return checkedByName;
    }

    @Nullable
    Instant checkedAt() {
        return checkedAt;
    }

    @Nullable
    String rejection() {
        return rejection;
    }

    /** Why the finance office closed it. */
    @Nullable
    String closing() {
        return closing;
    }

    int version() {
        return version;
    }
}
