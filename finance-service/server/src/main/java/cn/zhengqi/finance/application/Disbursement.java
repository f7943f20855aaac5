package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.Ids;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Money paid out under a grant, in yuan, on the bank's date. */
@TableName("loan_disbursement")
@SuppressWarnings("UnusedVariable") // some columns are only written
class Disbursement {

    @TableId
    private UUID id;

    private UUID applicationId;
    private BigDecimal amount;
    private LocalDate disbursedOn;
    private UUID recordedBy;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    private Disbursement() {}

    Disbursement(UUID applicationId, BigDecimal amount, LocalDate disbursedOn, Actor recordedBy, Instant recordedAt) {
        this.id = Ids.next();
        this.applicationId = applicationId;
        this.amount = amount;
        this.disbursedOn = disbursedOn;
        this.recordedBy = recordedBy.accountId();
        this.recordedAt = recordedAt;
    }

    UUID id() {
        return id;
    }
}
