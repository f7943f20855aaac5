package cn.zhengqi.ops.audit;

import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hangs entries on to the chains. One writer at a time over all copies and logs: the lock of the database is held to the commit, so that who gets it next sees the
 * entry to hang on to, and two who write both logs in one transaction cannot wait for each other.
 */
@Component
class Appender {

    static final String WRITING = "audit chain";

    private final JdbcClient jdbc;
    private final OnceLoader once;
    private final Chain chain;

    Appender(JdbcClient jdbc, OnceLoader once, Chain chain) {
        this.jdbc = jdbc;
        this.once = once;
        this.chain = chain;
    }

    /** The end of a chain. */
    record Head(long seq, byte[] hash) {}

    /** @param entry by the number that it gets */
    <E extends ChainedEntry> void append(ChainedLog<E> log, LongFunction<E> entry) {
        Optional<Tail> own = Tail.ofTransaction(log);
        if (own.isPresent()) {
            own.get().head = append(own.get().head, log, entry);
        } else {
            once.exclusively(WRITING, () -> new Tail(log, append(head(log), log, entry)).keep());
        }
    }

    /**
     * What this transaction has hung on to a chain last: under its lock nobody else did since, so of many events that are taken together only the first asks for lock and head.
     */
    private static final class Tail implements TransactionSynchronization {

        private final ChainedLog<?> log;
        private Head head;

        private Tail(ChainedLog<?> log, Head head) {
            this.log = log;
            this.head = head;
        }

        private Tail keep() {
            TransactionSynchronizationManager.registerSynchronization(this);
            return this;
        }

        private static Optional<Tail> ofTransaction(ChainedLog<?> log) {
            return TransactionSynchronizationManager.isSynchronizationActive()
                    ? TransactionSynchronizationManager.getSynchronizations().stream()
                            .filter(Tail.class::isInstance)
                            .map(Tail.class::cast)
                            .filter(tail -> tail.log.equals(log))
                            .findAny()
                    : Optional.empty();
        }
    }

    private <E extends ChainedEntry> Head append(Head head, ChainedLog<E> log, LongFunction<E> next) {
        E entry = next.apply(head.seq() + 1);
        byte[] hash = chain.hash(head.hash(), entry);
        List<@Nullable Object> values = new ArrayList<>();
        entry.values().forEach(value -> values.add(value instanceof Instant at ? BusinessTime.at(at) : value));
        String insertion = log.insertion(values.size());
        values.add(head.hash());
        values.add(hash);
        values.add(chain.seal(hash));
        jdbc.sql(insertion).params(values).update();
        return new Head(entry.seq(), hash);
    }

    /** Where all entries have been taken away by time, the last checkpoint still knows it. */
    Head head(ChainedLog<?> log) {
        return jdbc.sql("""
                        (select seq, hash from %s order by seq desc limit 1)
                        union all
                        (select through_seq, hash from %s order by number desc limit 1)
                        order by seq desc limit 1""".formatted(log.entries(), log.checkpoints()))
                .query((row, number) -> new Head(row.getLong("seq"), row.getBytes("hash")))
                .optional()
                .orElseGet(() -> new Head(0, Chain.BEGINNING));
    }
}
