package cn.zhengqi.message.audience;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.event.DomainEvent;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts of other services as they are told, and what people read of them, each in the order in which it came. */
public final class Notices {

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    Notices(Outbox outbox, TransactionTemplate transaction, JdbcClient jdbc) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** @param version of its subject after the fact */
    public void tell(DomainEvent fact, long version) {
        transaction.executeWithoutResult(status -> outbox.publish(fact, version));
    }

    public List<String> titles(UUID account) {
        return read("title", account);
    }

    /** Each title with the page to which it leads. */
    public List<String> told(UUID account) {
        return read("title || ' ' || link", account);
    }

    /** Each with all that it says. */
    public List<String> wholly(UUID account) {
        return read("title || ' ' || link || ' ' || body", account);
    }

    public List<String> bodies(UUID account) {
        return read("body", account);
    }

    /** What the newest says. */
    public String body(UUID account) {
        return bodies(account).getLast();
    }

    private List<String> read(String what, UUID account) {
        return jdbc.sql("select " + what + " from message where account_id = ? order by id")
                .param(account)
                .query(String.class)
                .list();
    }
}
