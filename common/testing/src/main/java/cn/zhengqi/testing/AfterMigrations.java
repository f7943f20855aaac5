package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a service does after its migrations: it tells what they changed. It is tried in a transaction that leaves nothing behind.
 *
 * @param event that is told of each thing that was changed
 */
public record AfterMigrations(DataSource database, TransactionTemplate transaction, String event) {

    private static final ClassPathResource SCRIPT =
            new ClassPathResource("db/migration/afterMigrate__what_was_changed_is_told.sql");

    /** @param trial is given what runs after the migrations */
    public void tried(Consumer<Runnable> trial) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            trial.accept(() -> ScriptUtils.executeSqlScript(DataSourceUtils.getConnection(database), SCRIPT));
        });
    }

    /** Where the log of events and the tables agree. */
    public void tellNothing() {
        tried(afterMigrations -> {
            long told = told();
            assertThat(told).isPositive();

            afterMigrations.run();

            assertThat(told()).isEqualTo(told);
        });
    }

    public long told() {
        return JdbcClient.create(database)
                .sql("select count(*) from outbox where type = ?")
                .param(event)
                .query(Long.class)
                .single();
    }
}
