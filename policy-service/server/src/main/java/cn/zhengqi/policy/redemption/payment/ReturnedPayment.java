package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.policy.redemption.ledger.Claim;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 支付退回: what was paid with a batch came back. One person writes down what the treasury says of it, another confirms it; only then the ledger has it. */
@TableName("redemption_return")
@SuppressWarnings("UnusedVariable") // some columns are only written
class ReturnedPayment {

    @TableId
    private UUID id;

    private UUID batchId;
    private UUID applicationId;
    private UUID institutionId;
    private BigDecimal amount;
    private String reference;
    private String reason;
    private ReturnState state;
    private UUID toldBy;
    private String teller;
    private Instant toldAt;
    private @Nullable UUID decidedBy;
    private @Nullable String decider;
    private @Nullable Instant decidedAt;
    private @Nullable String answer;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private ReturnedPayment() {}

    static ReturnedPayment told(
            UUID batch, Claim claim, UUID institution, String reference, String reason, Booker by, Instant at) {
        ReturnedPayment it = new ReturnedPayment();
        it.id = Ids.next();
        it.batchId = batch;
        it.applicationId = claim.applicationId();
        it.institutionId = institution;
        it.amount = claim.amount();
        it.reference = reference.strip();
        it.reason = reason.strip();
        it.state = ReturnState.OPEN;
        it.toldBy = Objects.requireNonNull(by.accountId());
        it.teller = by.name();
        it.toldAt = at;
        return it;
    }

    /** @throws ProblemException STATE_CONFLICT, TOLD_BY_YOURSELF */
    void decide(ReturnState decision, @Nullable String words, Booker by, Instant at) {
        if (state != ReturnState.OPEN) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该退回" + state.label() + "，不能再次处理");
        }
        if (toldBy.equals(by.accountId())) {
            throw new ProblemException(PolicyProblem.TOLD_BY_YOURSELF);
        }
        state = decision;
        decidedBy = by.accountId();
        decider = by.name();
        decidedAt = at;
        answer = words == null ? null : words.strip();
    }

    /** @throws ProblemException VERSION_CONFLICT */
    ReturnedPayment seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    UUID id() {
        return id;
    }

    UUID batchId() {
        return batchId;
    }

    UUID applicationId() {
        return applicationId;
    }

    UUID institutionId() {
        return institutionId;
    }

    String inWords() {
        return reason + "（退回流水号 " + reference + "）";
    }
}
