package cn.zhengqi.user.account;

import cn.zhengqi.auth.api.AccountRenamed;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps in the copy of an account what its owner is called. */
@Component
class AccountNames implements EventHandler<AccountRenamed> {

    private final JdbcClient jdbc;

    AccountNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<AccountRenamed> type() {
        return AccountRenamed.class;
    }

    @Override
    public void handle(AccountRenamed renamed, EventMetadata meta) {
        int known = jdbc.sql("""
                        update account set
                          display_name = case when name_version < :version then :name else display_name end,
                          name_version = greatest(name_version, :version)
                        where id = :id""")
                .param("name", renamed.displayName())
                .param("version", meta.version())
                .param("id", renamed.accountId())
                .update();
        if (known == 0) {
            throw new IllegalStateException("Its opening has not come yet: account " + renamed.accountId());
        }
    }
}
