package cn.zhengqi.code.claim;

import cn.zhengqi.auth.api.AccountClosed;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.events.Outbox;
import org.springframework.stereotype.Component;

/** Who closed their account claims nothing any more. What was decided before stays the enterprise's. */
@Component
class WhenAccountClosed implements EventHandler<AccountClosed> {

    private final Claims claims;
    private final Outbox outbox;

    WhenAccountClosed(Claims claims, Outbox outbox) {
        this.claims = claims;
        this.outbox = outbox;
    }

    @Override
    public Class<AccountClosed> type() {
        return AccountClosed.class;
    }

    @Override
    public void handle(AccountClosed closed, EventMetadata meta) {
        claims.applicantGone(closed.accountId(), closed.at());
        outbox.forget(closed.accountId(), AccountClosed.NOBODY);
    }
}
