package cn.zhengqi.data;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work that one copy of a service does while the others wait: loading demo or reference data, making a first key. The
 * lock is PostgreSQL's, is of this service's schema alone, and ends with the transaction.
 */
public final class OnceLoader {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OnceLoader(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Loads in one transaction, unless it was done before.
     *
     * @param name of the work, unique within the service
     * @param done asked under the lock
     * @return whether {@code load} ran
     */
    public boolean once(String name, BooleanSupplier done, Runnable load) {
        return exclusively(name, () -> {
            if (done.getAsBoolean()) {
                return false;
            }
            load.run();
            return true;
        });
    }

    /** Runs in one transaction, never at the same time as the same work of another copy. */
    public <T> T exclusively(String name, Supplier<T> work) {
        return transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || '/' || ?, 0))")
                    .param(name)
                    .query((row, number) -> number)
                    .single();
            return work.get();
        });
    }
}
