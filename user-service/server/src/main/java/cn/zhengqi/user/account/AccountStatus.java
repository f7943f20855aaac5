package cn.zhengqi.user.account;

import cn.zhengqi.auth.api.AccountStatusChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import org.springframework.stereotype.Component;

/** Keeps in the copy of an account whether it is enabled. */
@Component
class AccountStatus implements EventHandler<AccountStatusChanged> {

    private final AccountNews news;

    AccountStatus(AccountNews news) {
        this.news = news;
    }

    @Override
    public Class<AccountStatusChanged> type() {
        return AccountStatusChanged.class;
    }

    @Override
    public void handle(AccountStatusChanged changed, EventMetadata meta) {
        news.enabled(changed.accountId(), changed.enabled(), meta.version());
    }
}
