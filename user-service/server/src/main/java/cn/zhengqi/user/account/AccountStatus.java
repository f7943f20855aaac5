package cn.zhengqi.user.account;

import cn.zhengqi.auth.api.AccountStatusChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps in the copy of an account whether it is enabled. */
@Component
class AccountStatus implements EventHandler<AccountStatusChanged> {

    private final JdbcClient jdbc;

    AccountStatus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<AccountStatusChanged> type() {
        return AccountStatusChanged.class;
    }

    @Override
    public void handle(AccountStatusChanged changed, EventMetadata meta) {
        int known = jdbc.sql("""
                        update account set
                          enabled = case when status_version < :version then :enabled else enabled end,
                          status_version = greatest(status_version, :version)
                        where id = :id""")
                .param("enabled", changed.enabled())
                .param("version", meta.version())
                .param("id", changed.accountId())
                .update();
        if (known == 0) {
            throw new IllegalStateException("Its opening has not come yet: account " + changed.accountId());
        }
    }
}
