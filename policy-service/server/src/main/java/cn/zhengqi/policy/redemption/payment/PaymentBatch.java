package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.redemption.ledger.Booker;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 支付批次: what is handed to the treasury at once. Who made it does not approve it; the database holds that too. */
@TableName("redemption_batch")
@SuppressWarnings("UnusedVariable") // some columns are only written
class PaymentBatch {

    @TableId
    private UUID id;

    private String number;
    private UUID institutionId;
    private String institutionName;
    private BatchState state;
    private int payments;
    private BigDecimal total;
    private UUID preparedBy;
    private String preparer;
    private Instant preparedAt;
    private @Nullable UUID approvedBy;
    private @Nullable String approver;
    private @Nullable Instant approvedAt;
    private @Nullable UUID exportedBy;
    private @Nullable String exporter;
    private @Nullable Instant exportedAt;
    private @Nullable UUID settledBy;
    private @Nullable String settler;
    private @Nullable Instant settledAt;
    private @Nullable String reason;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private PaymentBatch() {}

    /** Who makes it, and for which institution. */
    record Preparer(UUID accountId, String name, UUID institutionId, String institutionName) {

        Booker booker() {
            return new Booker(accountId, name);
        }
    }

    static PaymentBatch prepared(String number, int payments, BigDecimal total, Preparer by, Instant at) {
        PaymentBatch it = new PaymentBatch();
        it.id = Ids.next();
        it.number = number;
        it.institutionId = by.institutionId();
        it.institutionName = by.institutionName();
        it.state = BatchState.DRAFT;
        it.payments = payments;
        it.total = total;
        it.preparedBy = by.accountId();
        it.preparer = by.name();
        it.preparedAt = at;
        return it;
    }

    /** @throws ProblemException STATE_CONFLICT, PREPARED_BY_YOURSELF */
    void mustBeApprovable(UUID officer) {
        state.to(BatchState.APPROVED, "复核");
        if (officer.equals(preparedBy)) {
            throw new ProblemException(PolicyProblem.PREPARED_BY_YOURSELF);
        }
    }

    /** @throws ProblemException STATE_CONFLICT, PREPARED_BY_YOURSELF */
    void approve(UUID officer, String name, Instant at) {
        mustBeApprovable(officer);
        state = BatchState.APPROVED;
        approvedBy = officer;
        approver = name;
        approvedAt = at;
    }

    /** What is in it may be decided over. @throws ProblemException STATE_CONFLICT once somebody approved it */
    void mustBeOpen(String action) {
        if (state == BatchState.APPROVED) {
            throw new ProblemException(
                    CommonProblem.STATE_CONFLICT, "该申请在已复核的支付批次 " + number + " 中，须先作废该批次，才能" + action);
        }
        mustNotBeGone(action);
    }

    /** What is in it may still be kept from being paid. @throws ProblemException STATE_CONFLICT once the treasury has it */
    void mustNotBeGone(String action) {
        if (state != BatchState.DRAFT && state != BatchState.APPROVED) {
            throw new ProblemException(
                    CommonProblem.STATE_CONFLICT, "该申请在支付批次 " + number + "（" + state.label() + "）中，不能" + action);
        }
    }

    /**
     * One payment of it ends; with the last the batch does.
     *
     * @return what becomes of the payment
     */
    PaymentOutcome remove(BigDecimal amount) {
        mustBeOpen("移出");
        if (payments == 1) {
            cancel("其中的申请均已终止");
            return PaymentOutcome.CANCELLED;
        }
        payments--;
        total = total.subtract(amount);
        return PaymentOutcome.REMOVED;
    }

    /** @throws ProblemException STATE_CONFLICT once the treasury has it */
    void cancel(String words) {
        state = state.to(BatchState.CANCELLED, "作废");
        reason = words.strip();
    }

    /** @throws ProblemException STATE_CONFLICT unless it is approved, and not handed over yet */
    void handOver(UUID officer, String name, Instant at) {
        state = state.to(BatchState.EXPORTED, "送国库");
        exportedBy = officer;
        exporter = name;
        exportedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT unless it can be handed over */
    void mustBeApproved() {
        state.to(BatchState.EXPORTED, "送国库");
    }

    /** Its file may be taken out again, as it was. @throws ProblemException STATE_CONFLICT unless the treasury has it, or answered */
    void mustBeHandedOver() {
        if (state != BatchState.EXPORTED && state != BatchState.SETTLED) {
            throw state.refuse("再次导出");
        }
    }

    boolean isSettled() {
        return state == BatchState.SETTLED;
    }

    /** @throws ProblemException STATE_CONFLICT unless the treasury has it */
    void settle(Booker officer, Instant at) {
        state = state.to(BatchState.SETTLED, "登记支付结果");
        settledBy = officer.accountId();
        settler = officer.name();
        settledAt = at;
    }

    /** @throws ProblemException VERSION_CONFLICT */
    PaymentBatch seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    UUID institutionId() {
        return institutionId;
    }

    String institutionName() {
        return institutionName;
    }

    BatchState state() {
        return state;
    }

    int payments() {
        return payments;
    }

    BigDecimal total() {
        return total;
    }

    UUID preparedBy() {
        return preparedBy;
    }

    String preparer() {
        return preparer;
    }

    Instant preparedAt() {
        return preparedAt;
    }

    @Nullable
    String approver() {
        return approver;
    }

    @Nullable
    Instant approvedAt() {
        return approvedAt;
    }

    @Nullable
    String exporter() {
        return exporter;
    }

    @Nullable
    Instant exportedAt() {
        return exportedAt;
    }

    @Nullable
    String settler() {
        return settler;
    }

    @Nullable
    Instant settledAt() {
        return settledAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    int version() {
        return version;
    }
}
