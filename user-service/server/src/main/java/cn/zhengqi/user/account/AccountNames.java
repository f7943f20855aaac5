package cn.zhengqi.user.account;

import cn.zhengqi.auth.api.AccountRenamed;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import org.springframework.stereotype.Component;

/** Keeps in the copy of an account what its owner is called. */
@Component
class AccountNames implements EventHandler<AccountRenamed> {

    private final AccountNews news;

    AccountNames(AccountNews news) {
        this.news = news;
    }

    @Override
    public Class<AccountRenamed> type() {
        return AccountRenamed.class;
    }

    @Override
    public void handle(AccountRenamed renamed, EventMetadata meta) {
        news.named(renamed.accountId(), renamed.displayName(), meta.version());
    }
}
