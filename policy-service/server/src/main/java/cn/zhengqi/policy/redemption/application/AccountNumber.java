package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.Mask;

/** Of the account to which is paid; encrypted where it is stored. */
public record AccountNumber(String value) {

    /** Into a log goes no account. */
    @Override
    public String toString() {
        return Mask.ACCOUNT_NUMBER.apply(value);
    }
}
