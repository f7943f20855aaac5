package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Yuan;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money paid out under a grant, in yuan, on the bank's date. */
@TableName("loan_disbursement")
@SuppressWarnings("UnusedVariable") // some columns are only written
class Disbursement {

    @TableId
    private UUID id;

    private UUID applicationId;
    private BigDecimal amount;
    private LocalDate disbursedOn;
    private @Nullable String reference;
    private UUID recordedBy;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    private Disbursement() {}

    Disbursement(UUID applicationId, Drawdown drawn, Actor recordedBy, Instant recordedAt) {
        this.id = Ids.next();
        this.applicationId = applicationId;
        this.amount = drawn.amount();
        this.disbursedOn = drawn.on();
        this.reference = drawn.reference();
        this.recordedBy = recordedBy.accountId();
        this.recordedAt = recordedAt;
    }

    UUID id() {
        return id;
    }

    BigDecimal amount() {
        return amount;
    }

    LocalDate disbursedOn() {
        return disbursedOn;
    }

    @Nullable
    String reference() {
        return reference;
    }

    /** Whether a person has to say that it is another: of the two one has no number to tell by. */
    boolean mayBe(Drawdown drawn) {
        return (reference == null || drawn.reference() == null) && is(drawn.amount(), drawn.on());
    }

    /** As a person tells it from others. */
    String inWords() {
        return disbursedOn + "，" + Yuan.format(amount) + "，" + (reference == null ? "未填流水号" : "流水号 " + reference);
    }

    /** Which does not say that it is the same: a bank pays the same amount twice on one day. */
    boolean is(BigDecimal sum, LocalDate on) {
        return amount.compareTo(sum) == 0 && disbursedOn.equals(on);
    }
}
