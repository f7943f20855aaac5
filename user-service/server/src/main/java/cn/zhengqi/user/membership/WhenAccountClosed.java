package cn.zhengqi.user.membership;

import cn.zhengqi.auth.api.AccountClosed;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.events.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who closed their account belongs nowhere any more, and is named in no invitation. What they did for an enterprise stays the enterprise's. */
@Component
class WhenAccountClosed implements EventHandler<AccountClosed> {

    private final Memberships memberships;
    private final Outbox outbox;
    private final JdbcClient jdbc;

    WhenAccountClosed(Memberships memberships, Outbox outbox, JdbcClient jdbc) {
        this.memberships = memberships;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    @Override
    public Class<AccountClosed> type() {
        return AccountClosed.class;
    }

    @Override
    public void handle(AccountClosed closed, EventMetadata meta) {
        memberships.close(closed.accountId(), closed.at());
        outbox.forget(closed.accountId(), AccountClosed.NOBODY);
        // One that was meant for a phone is nothing without it, and the phone was promised to go; that they came is on
        // record.
        jdbc.sql("delete from enterprise_invitation where accepted_by = ? and phone is not null")
                .param(closed.accountId())
                .update();
        jdbc.sql("update enterprise_invitation set accepted_by_name = ? where accepted_by = ?")
                .params(AccountClosed.NOBODY, closed.accountId())
                .update();
        jdbc.sql("update enterprise_invitation set invited_by_name = ? where invited_by = ?")
                .params(AccountClosed.NOBODY, closed.accountId())
                .update();
        jdbc.sql("delete from institution_application where applicant_id = ? and status <> 'APPROVED'")
                .param(closed.accountId())
                .update();
    }
}
