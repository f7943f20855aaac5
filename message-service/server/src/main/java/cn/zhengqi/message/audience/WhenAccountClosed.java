package cn.zhengqi.message.audience;

import cn.zhengqi.auth.api.AccountClosed;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.message.inbox.Messages;
import org.springframework.stereotype.Component;

/** The messages of who closed their account are nobody's; that they were sent stays in the log of pushes. */
@Component
class WhenAccountClosed implements EventHandler<AccountClosed> {

    private final Messages messages;

    WhenAccountClosed(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Class<AccountClosed> type() {
        return AccountClosed.class;
    }

    @Override
    public void handle(AccountClosed closed, EventMetadata meta) {
        messages.forget(closed.accountId(), closed.at());
    }
}
