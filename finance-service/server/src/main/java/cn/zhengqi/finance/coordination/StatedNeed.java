package cn.zhengqi.finance.coordination;

import cn.zhengqi.finance.application.LoanPurposes;
import cn.zhengqi.finance.application.LoanRequest;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A need as it is filled in.
 *
 * @param amount yuan
 * @param purpose name of one that the dictionary has under LOAN_PURPOSE
 * @param purposeNote what is added to it, needed with the one that says nothing by itself
 */
record StatedNeed(
        @NotNull(message = "请填写融资金额")
        @DecimalMin(value = "0.01", message = "融资金额应大于零")
        @DecimalMax(value = LoanRequest.MOST_YUAN, message = "融资金额不能超过 10 亿元")
        @Digits(integer = Integer.MAX_VALUE, fraction = 2, message = "融资金额最多两位小数")
        BigDecimal amount,

        @NotNull(message = "请填写期限")
        @Min(value = 1, message = "期限应在 1 到 360 个月之间")
        @Max(value = 360, message = "期限应在 1 到 360 个月之间")
        Integer termMonths,

        @NotBlank(message = "请选择贷款用途") @Size(max = 100, message = "请选择列出的贷款用途")
        String purpose,

        @Size(max = 200, message = "补充说明不超过 200 字") @Nullable
        String purposeNote,

        @NotNull(message = "请选择贷款方式") CreditKind creditKind) {

    Need toNeed(LoanPurposes purposes) {
        return new Need(amount.setScale(2), termMonths, purposes.inWords(purpose, purposeNote), creditKind);
    }
}
