package cn.zhengqi.message.notice;

import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How what waits in a table for user-service ends: it is told once by whichever copy is first, given up after its day, or let wait anew by operators. Its table has the columns of {@code
 * V238__what_waits_has_an_end.sql}.
 */
final class Waits {

    private static final Logger log = LoggerFactory.getLogger(Waits.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String table;

    Waits(JdbcClient jdbc, TransactionTemplate transaction, String table) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.table = table;
    }

    /**
     * One try at it.
     *
     * @param last its day is over: it is not tried again
     */
    record Try(UUID id, UUID event, int number, boolean last) {}

    /**
     * @param whom it waits for, in the log
     * @param ask user-service, outside of a transaction
     * @param tell those whom it names, in one with the end of its waiting
     * @return false: nobody answered, and the others are left for the next time
     */
    boolean tell(Try it, String whom, Supplier<Set<UUID>> ask, Consumer<Set<UUID>> tell) {
        try {
            Set<UUID> people = ask.get();
            transaction.executeWithoutResult(status -> {
                if (isMine(it.id())) {
                    tell.accept(people);
                }
            });
            return true;
        } catch (RuntimeException failure) {
            log.warn("Notice of event {} waits for {}, try {}: {}", it.event(), whom, it.number(), failure.toString());
            if (it.last()) {
                jdbc.sql("update %s set ended_at = now(), next_try_at = 'infinity' where id = ?".formatted(table))
                        .param(it.id())
                        .update();
            }
            return false;
        }
    }

    /** @return whether there was one of this id that was given up */
    boolean anew(UUID id) {
        return jdbc.sql("""
                        update %s set ended_at = null, tries = 0, resent = resent + 1, next_try_at = now(), tell_by = now() + interval '3 days'
                        where id = ? and ended_at is not null""".formatted(table)).param(id).update() == 1;
    }

    /** A slow answer can come when another copy has told it. */
    private boolean isMine(UUID id) {
        return jdbc.sql("delete from %s where id = ?".formatted(table))
                        .param(id)
                        .update()
                == 1;
    }
}
