package cn.zhengqi.user.account;

import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.user.register.NamePattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a copy of every account that was opened. */
@Component
class Accounts implements EventHandler<UserRegistered> {

    private final AccountMapper accounts;

    Accounts(AccountMapper accounts) {
        this.accounts = accounts;
    }

    @Override
    public Class<UserRegistered> type() {
        return UserRegistered.class;
    }

    @Override
    public void handle(UserRegistered account, EventMetadata meta) {
        accounts.insert(
                account.accountId(),
                account.displayName(),
                account.userType(),
                account.channel(),
                account.registeredAt(),
                account.demo());
    }

    /** @param q part of the person's or the enterprise's name */
    @Transactional(readOnly = true)
    Page<AccountRow> list(@Nullable String q, @Nullable UserType userType, PageRequest page) {
        String pattern = q == null || q.isBlank() ? null : NamePattern.containing(q.strip());
        return Page.of(
                accounts.list(pattern, userType, page.size(), page.offset()), accounts.count(pattern, userType), page);
    }
}
