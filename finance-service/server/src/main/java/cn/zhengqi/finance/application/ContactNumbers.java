package cn.zhengqi.finance.application;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Under which number a bank calls: the one that was typed, or the account's own, which is asked for here because a page knows it only covered. */
@Component
public class ContactNumbers {

    /** As a bank can dial it. */
    public static final String FORM = "1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}";

    private final InternalAccounts accounts;

    ContactNumbers(InternalAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @param typed not looked at where the account's own is to be taken
     * @throws ProblemException VALIDATION_FAILED without either
     */
    public String of(CurrentUser user, boolean own, @Nullable String typed) {
        if (own) {
            return accounts.account(user.accountId()).phone();
        }
        if (typed == null) {
            throw ProblemException.validation("contactPhone", "REQUIRED", "请填写联系电话");
        }
        return typed;
    }
}
