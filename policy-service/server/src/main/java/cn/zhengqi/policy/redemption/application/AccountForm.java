package cn.zhengqi.policy.redemption.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The account that an enterprise names.
 *
 * @param name of its holder, who has to be the enterprise
 * @param bank where it is kept
 */
record AccountForm(
        @NotBlank(message = "请填写开户名") @Size(max = 100, message = "开户名不超过 100 字")
        String name,

        @NotBlank(message = "请填写开户银行") @Size(max = 100, message = "开户银行不超过 100 字")
        String bank,

        @NotBlank(message = "请填写银行账号") @Size(max = 60, message = "银行账号应为 8 至 32 位数字")
        String number) {

    /** Into a log goes no account. */
    @Override
    public String toString() {
        return "AccountForm[***]";
    }
}
