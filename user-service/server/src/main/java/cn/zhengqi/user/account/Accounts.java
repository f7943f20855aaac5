package cn.zhengqi.user.account;

import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.user.reference.InstitutionTree;
import cn.zhengqi.web.CurrentUser;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a copy of every account that was opened. */
@Component
class Accounts implements EventHandler<UserRegistered> {

    private final AccountMapper accounts;
    private final AccountNews news;
    private final InstitutionTree tree;

    Accounts(AccountMapper accounts, AccountNews news, InstitutionTree tree) {
        this.accounts = accounts;
        this.news = news;
        this.tree = tree;
    }

    @Override
    public Class<UserRegistered> type() {
        return UserRegistered.class;
    }

    @Override
    public void handle(UserRegistered account, EventMetadata meta) {
        news.takeTurn(account.accountId());
        accounts.insert(
                account.accountId(),
                account.displayName(),
                account.userType(),
                account.channel(),
                account.registeredAt(),
                account.demo());
        news.opened(account.accountId());
    }

    @Transactional(readOnly = true)
    Page<AccountRow> list(AccountFilter.Query query, PageRequest page) {
        return Page.of(accounts.list(query, page.size(), page.offset()), accounts.count(query), page);
    }

    @Transactional(readOnly = true)
    long count(AccountFilter.Query query) {
        return accounts.count(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(AccountFilter.Query query, Consumer<AccountRow> receiver) {
        accounts.each(query, it -> receiver.accept(it.getResultObject()));
    }

    /**
     * What a filter finds: people of the institutions that the caller reaches; people of enterprises among them only for who reaches all institutions, and as
     * far as they reach those.
     */
    AccountFilter.Query query(AccountFilter filter, CurrentUser user) {
        DataScope staff = tree.scopeOf(user, ScopedResource.STAFF);
        return staff.everything()
                ? filter.within(null, tree.scopeOf(user, ScopedResource.ENTERPRISE_USER))
                : filter.within(staff.institutions(), DataScope.none());
    }
}
