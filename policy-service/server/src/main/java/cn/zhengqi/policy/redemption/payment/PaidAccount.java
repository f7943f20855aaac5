package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.policy.redemption.application.AccountNumber;
import org.jspecify.annotations.Nullable;

/** The number of the account to which a batch pays, as it stood when the batch was prepared; encrypted where it is stored. */
record PaidAccount(String value) {

    static @Nullable PaidAccount of(@Nullable AccountNumber number) {
        return number == null ? null : new PaidAccount(number.value());
    }

    /** Into a log goes no account. */
    @Override
    public String toString() {
        return Mask.ACCOUNT_NUMBER.apply(value);
    }
}
