package cn.zhengqi.message.audience;

import cn.zhengqi.auth.api.AccountClosed;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages of who closed their account are nobody's; that they were sent stays in the log of pushes. */
@Component
class WhenAccountClosed implements EventHandler<AccountClosed> {

    private final JdbcClient jdbc;

    WhenAccountClosed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<AccountClosed> type() {
        return AccountClosed.class;
    }

    @Override
    public void handle(AccountClosed closed, EventMetadata meta) {
        jdbc.sql("delete from message where account_id = ?")
                .param(closed.accountId())
                .update();
    }
}
