package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.policy.redemption.application.AccountNumber;
import cn.zhengqi.web.sheet.Sheet;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the treasury needs it: the one place where an account stands plainly. Who took the file out is on record, and in its first line. The file comes back with
 * its last columns filled in.
 */
record TreasuryLine(
        String batchNumber,
        String number,
        String projectTitle,
        String enterpriseName,
        String accountName,
        String accountBank,
        String account,
        BigDecimal amount,
        PaymentOutcome outcome,
        @Nullable String reference,
        @Nullable String reason) {

    static final String BATCH = "批次编号";
    static final String NUMBER = "申请编号";
    static final String AMOUNT = "金额";
    static final String OUTCOME = "支付结果";
    static final String REFERENCE = "流水号";
    static final String REASON = "失败原因";

    /** The treasury has several batches on one day: file and sheet say which it is. */
    static Sheet<TreasuryLine> sheet(String batchNumber) {
        return Sheet.<TreasuryLine>titled("支付批次 " + batchNumber)
                .column(BATCH, TreasuryLine::batchNumber)
                .column(NUMBER, TreasuryLine::number)
                .column("兑付项目", TreasuryLine::projectTitle)
                .column("企业名称", TreasuryLine::enterpriseName)
                .column("开户名", TreasuryLine::accountName)
                .column("开户银行", TreasuryLine::accountBank)
                .column("银行账号", TreasuryLine::account)
                .column(AMOUNT, TreasuryLine::amount)
                .column(
                        OUTCOME,
                        it -> it.outcome() == PaymentOutcome.PENDING
                                ? null
                                : it.outcome().label())
                .column(REFERENCE, TreasuryLine::reference)
                .column(REASON, TreasuryLine::reason);
    }

    /** As it is read. */
    record Row(
            String batchNumber,
            String number,
            String projectTitle,
            String enterpriseName,
            String accountName,
            String accountBank,
            @Nullable PaidAccount account,
            AccountNumber accountOfApplication,
            BigDecimal amount,
            PaymentOutcome outcome,
            @Nullable String reference,
            @Nullable String reason) {

        TreasuryLine line() {
            return new TreasuryLine(
                    batchNumber,
                    number,
                    projectTitle,
                    enterpriseName,
                    accountName,
                    accountBank,
                    account == null ? accountOfApplication.value() : account.value(),
                    amount,
                    outcome,
                    reference,
                    reason);
        }
    }
}
