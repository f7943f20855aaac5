package cn.zhengqi.finance.coordination;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.EnterpriseRecommended;
import cn.zhengqi.finance.api.RecommendationAnswered;
import cn.zhengqi.finance.api.RecommendationClosed;
import cn.zhengqi.finance.api.RecommendationLapsed;
import cn.zhengqi.finance.api.RecommendationParties;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.finance.application.RefusalReason;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Yuan;
import cn.zhengqi.promise.PromiseView;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One bank's place on the 推荐清单 of a case, and what it answers. Amounts in yuan, rates in percent a year. */
@TableName("coordination_recommendation")
class Recommendation {

    private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(24);

    @TableId
    private UUID id;

    private UUID caseId;
    private String number;
    private UUID bankId;
    private String bankName;

    @SuppressWarnings("UnusedVariable") // only written
    private UUID recommendedBy;

    private String recommendedByName;
    private Instant recommendedAt;
    private RecommendationStatus status;

    @SuppressWarnings("UnusedVariable") // only written
    private @Nullable UUID officerId;

    private @Nullable String officerName;
    private @Nullable BigDecimal grantedAmount;
    private @Nullable BigDecimal grantedRate;
    private @Nullable Integer grantedTermMonths;
    private @Nullable String refusalReasonCode;
    private @Nullable String words;
    private @Nullable Instant decidedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private Recommendation() {}

    Recommendation(CoordinationCase of, Bank bank, Actor by, Instant at) {
        this.id = Ids.next();
        this.caseId = of.id();
        this.number = of.number();
        this.bankId = bank.id();
        this.bankName = bank.name();
        this.recommendedBy = by.accountId();
        this.recommendedByName = by.name();
        this.recommendedAt = at;
        this.status = RecommendationStatus.PENDING;
    }

    EnterpriseRecommended recommended(CoordinationCase of, @Nullable PromiseView promise) {
        return new EnterpriseRecommended(
                parties(of),
                of.amount(),
                of.termMonths(),
                promise == null ? null : promise.dueOn(),
                promise == null ? null : promise.dueAt(),
                recommendedAt);
    }

    /** @throws ProblemException STATE_CONFLICT once it has ended, GRANT_OUT_OF_RANGE for more than the enterprise needs, RATE_OUT_OF_RANGE */
    RecommendationAnswered grant(
            BigDecimal amount,
            BigDecimal rate,
            int termMonths,
            @Nullable String added,
            Officer officer,
            CoordinationCase of,
            Instant at) {
        RecommendationStatus granted = status.to(RecommendationStatus.GRANTED, "授信");
        if (amount.signum() <= 0 || amount.compareTo(of.amount()) > 0) {
            throw new ProblemException(
                    FinanceProblem.GRANT_OUT_OF_RANGE, "授信额度应大于零且不超过申报金额 " + Yuan.format(of.amount()));
        }
        if (rate.signum() <= 0 || rate.compareTo(HIGHEST_RATE) > 0) {
            throw new ProblemException(FinanceProblem.RATE_OUT_OF_RANGE);
        }
        grantedAmount = amount;
        grantedRate = rate;
        grantedTermMonths = termMonths;
        return answered(granted, RecommendationAnswered.Answer.GRANTED, added, added, officer, of, at);
    }

    /** @throws ProblemException STATE_CONFLICT once it has ended */
    RecommendationAnswered refuse(RefusalReason reason, String why, Officer officer, CoordinationCase of, Instant at) {
        RecommendationStatus refused = status.to(RecommendationStatus.REFUSED, "作不予授信处理");
        refusalReasonCode = reason.code();
        return answered(
                refused, RecommendationAnswered.Answer.REFUSED, why, reason.label() + "；" + why, officer, of, at);
    }

    /** @throws ProblemException STATE_CONFLICT once it has ended */
    RecommendationAnswered serve(String how, Officer officer, CoordinationCase of, Instant at) {
        RecommendationStatus served = status.to(RecommendationStatus.SERVED, "作已有服务处理");
        return answered(served, RecommendationAnswered.Answer.SERVED, how, how, officer, of, at);
    }

    private RecommendationAnswered answered(
            RecommendationStatus how,
            RecommendationAnswered.Answer told,
            @Nullable String kept,
            @Nullable String reason,
            Officer officer,
            CoordinationCase of,
            Instant at) {
        status = how;
        words = kept;
        officerId = officer.accountId();
        officerName = officer.name();
        decidedAt = at;
        return new RecommendationAnswered(parties(of), told, grantedAmount, grantedRate, grantedTermMonths, reason, at);
    }

    /** @throws ProblemException STATE_CONFLICT once it has ended */
    RecommendationLapsed lapse(CoordinationCase of, Instant at) {
        status = status.to(RecommendationStatus.LAPSED, "作失效处理");
        decidedAt = at;
        return new RecommendationLapsed(parties(of), at);
    }

    /** The bank was silent for too long. @throws ProblemException STATE_CONFLICT once it has ended */
    RecommendationClosed close(String reason, CoordinationCase of, Instant at) {
        status = status.to(RecommendationStatus.UNANSWERED, "关闭");
        decidedAt = at;
        return new RecommendationClosed(parties(of), reason, at);
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    Recommendation seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    RecommendationParties parties(CoordinationCase of) {
        return new RecommendationParties(id, bankId, bankName, of.parties());
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
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

    Instant recommendedAt() {
        return recommendedAt;
    }

    RecommendationStatus status() {
        return status;
    }

    @Nullable
    String officerName() {
        return officerName;
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
    String refusalReasonCode() {
        return refusalReasonCode;
    }

    @Nullable
    String words() {
        return words;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    int version() {
        return version;
    }
}
