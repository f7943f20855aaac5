package cn.zhengqi.events;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes what a service derived from events anew: forget it together with the memory of the events, then hand in the logs of
 * the sources. Events that arrive from the broker meanwhile have their effect once, whichever way comes first.
 */
public final class Rebuild {

    private static final Pattern TABLE = Pattern.compile("[a-z_]+");

    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Rebuild(Inbox inbox, JdbcClient jdbc, TransactionTemplate transaction) {
        this.inbox = inbox;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Empties the derived tables and the inbox at one moment: handlers at work finish before, later ones start on nothing.
     *
     * @param tables names of tables of this service that hold nothing but what handlers write
     */
    public void forget(List<String> tables) {
        tables.forEach(table -> {
            if (!TABLE.matcher(table).matches()) {
                throw new IllegalArgumentException("Not the name of a table: " + table);
            }
        });
        transaction.executeWithoutResult(status ->
                jdbc.sql("truncate inbox, " + String.join(", ", tables)).update());
    }

    /** @return how many handlers took the event now; 0 when they had had it or nobody cares for its type */
    public int take(CloudEvent event) {
        int taken = 0;
        for (EventHandler<?> handler : inbox.handlersOf(event.type())) {
            if (inbox.handleOnce(handler, event)) {
                taken++;
            }
        }
        return taken;
    }
}
