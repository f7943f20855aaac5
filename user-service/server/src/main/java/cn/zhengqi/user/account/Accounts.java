package cn.zhengqi.user.account;

import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.user.reference.InstitutionTree;
import cn.zhengqi.web.CurrentUser;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a copy of every account that was opened. */
@Component
class Accounts implements EventHandler<UserRegistered> {

    private final AccountMapper accounts;
    private final InstitutionTree tree;

    Accounts(AccountMapper accounts, InstitutionTree tree) {
        this.accounts = accounts;
        this.tree = tree;
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

    /**
     * All accounts for those who run the platform, those of the own institution and below for others.
     *
     * @param q part of the person's or the enterprise's name
     */
    @Transactional(readOnly = true)
    Page<AccountRow> list(@Nullable String q, @Nullable UserType userType, CurrentUser user, PageRequest page) {
        UUID[] institutions = tree.scopeOf(user);
        List<UUID> scope = institutions == null ? null : Arrays.asList(institutions);
        String pattern = LikePattern.containing(q);
        return Page.of(
                accounts.list(pattern, userType, scope, page.size(), page.offset()),
                accounts.count(pattern, userType, scope),
                page);
    }
}
