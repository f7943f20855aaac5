package cn.zhengqi.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * The one data source of a service. A connection is taken with the first statement, so a read-only transaction goes to the replica, where one is
 * configured, and a transaction that asks nothing takes none. A replica that does not answer, or stands still, is passed over until it does again.
 */
public final class RoutingDataSource extends LazyConnectionDataSourceProxy implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RoutingDataSource.class);

    private final HikariDataSource primary;
    private final @Nullable HikariDataSource replica;

    /** @param traced lays tracing of statements over a pool */
    RoutingDataSource(DatabaseProperties properties, UnaryOperator<DataSource> traced) {
        this.primary = pool(
                properties, "primary", properties.url(), properties.poolSize(), properties.connectionTimeout(), true);
        this.replica =
                properties.replicaUrl() == null || properties.replicaUrl().isBlank()
                        ? null
                        : pool(
                                properties,
                                "replica",
                                properties.replicaUrl(),
                                properties.replicaPoolSize(),
                                Duration.ofMillis(500),
                                false);
        setTargetDataSource(traced.apply(primary));
        // Both are PostgreSQL's defaults; asking the database for them would cost a connection at start.
        setDefaultAutoCommit(true);
        setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        if (replica != null) {
            setReadOnlyDataSource(traced.apply(new ReplicaOrPrimary(replica, primary)));
        }
    }

    /** The pool of the primary, for migrations and for what must not wait behind a lazy proxy. */
    public DataSource primary() {
        return primary;
    }

    /** Connections of both pools that are in use now. */
    public int busyConnections() {
        int busy = primary.getHikariPoolMXBean().getActiveConnections();
        return replica == null ? busy : busy + replica.getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() {
        if (replica != null) {
            replica.close();
        }
        primary.close();
    }

    private static HikariDataSource pool(
            DatabaseProperties properties, String name, String url, int size, Duration timeout, boolean mustStart) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(properties.user());
        config.setPassword(properties.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        config.setConnectionTimeout(timeout.toMillis());
        config.setInitializationFailTimeout(mustStart ? Duration.ofSeconds(60).toMillis() : -1);
        // Extensions (pg_trgm and others) are installed once per database, in a schema of their own.
        config.addDataSourceProperty("currentSchema", properties.schema() + ",extensions");
        config.addDataSourceProperty("ApplicationName", properties.schema());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    private static final class ReplicaOrPrimary extends AbstractDataSource {

        private static final Duration PAUSE = Duration.ofSeconds(10);
        private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

        /** It receives, and what it has received it has replayed, or not more than five seconds ago; a pool may give a primary. */
        private static final String KEEPS_UP = """
                select case when pg_is_in_recovery() then
                       not pg_is_wal_replay_paused()
                   and exists (select from pg_stat_wal_receiver where pid is not null)
                   and (pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()
                        or now() - pg_last_xact_replay_timestamp() < interval '5 seconds')
                   else true end""";

        private final DataSource replica;
        private final DataSource primary;
        private volatile long passedOverUntil = System.nanoTime();
        private volatile long nextLook = System.nanoTime();

        private ReplicaOrPrimary(DataSource replica, DataSource primary) {
            this.replica = replica;
            this.primary = primary;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (System.nanoTime() - passedOverUntil < 0) {
                return primary.getConnection();
            }
            Connection connection = null;
            try {
                connection = replica.getConnection();
                if (keepsUp(connection)) {
                    return connection;
                }
                passOver("it does not keep up");
            } catch (SQLException unreachable) {
                passOver(unreachable.getMessage());
            }
            if (connection != null) {
                connection.close();
            }
            return primary.getConnection();
        }

        private boolean keepsUp(Connection connection) throws SQLException {
            if (System.nanoTime() - nextLook < 0) {
                return true;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(KEEPS_UP)) {
                boolean keepsUp = row.next() && row.getBoolean(1);
                if (keepsUp) {
                    nextLook = System.nanoTime() + BETWEEN_LOOKS.toNanos();
                }
                return keepsUp;
            }
        }

        private void passOver(@Nullable String why) {
            passedOverUntil = System.nanoTime() + PAUSE.toNanos();
            log.warn("Reading from the primary for {} s, not from the replica: {}", PAUSE.toSeconds(), why);
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }
}
