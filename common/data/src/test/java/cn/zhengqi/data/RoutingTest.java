package cn.zhengqi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.engines.EngineHome;
import cn.zhengqi.engines.Ports;
import cn.zhengqi.engines.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Against a primary and a replica that streams from it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoutingTest {

    private static PostgresServer primary;
    private static PostgresServer replica;
    private static RoutingDataSource routing;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        primary = PostgresServer.start(
                EngineHome.temporary("primary"), Ports.free(), "secret", PostgresServer.NOT_DURABLE);
        primary.createRoleAndSchema("zhengqi", "notes", "notes-secret", "notes");
        replica = primary.replica(EngineHome.temporary("replica"), Ports.free());
        routing = new RoutingDataSource(
                new DatabaseProperties(
                        primary.jdbcUrl("zhengqi"),
                        "notes",
                        "notes-secret",
                        "notes",
                        replica.jdbcUrl("zhengqi"),
                        4,
                        2,
                        Duration.ofSeconds(10)),
                pool -> pool);
        jdbc = JdbcClient.create((DataSource) routing);
        jdbc.sql("create table entry (id int primary key)").update();
        // One that does not keep up yet is passed over for ten seconds.
        JdbcClient behind =
                JdbcClient.create(new DriverManagerDataSource(replica.jdbcUrl("zhengqi"), "notes", "notes-secret"));
        await().until(() -> behind.sql("select to_regclass('notes.entry') is not null")
                .query(Boolean.class)
                .single());
    }

    @AfterAll
    static void stop() {
        routing.close();
        replica.close();
        primary.close();
    }

    @Test
    @Order(1)
    void a_read_only_transaction_is_answered_by_the_replica() {
        assertThat(readOnly().<Boolean>execute(status -> isReplica())).isTrue();
    }

    @Test
    @Order(1)
    void any_other_is_answered_by_the_primary() {
        assertThat(readWrite().<Boolean>execute(status -> isReplica())).isFalse();
        assertThat(isReplica()).isFalse();
    }

    @Test
    @Order(1)
    void what_is_written_to_the_primary_is_read_from_the_replica() {
        readWrite()
                .executeWithoutResult(
                        status -> jdbc.sql("insert into entry values (1)").update());

        await().untilAsserted(() -> assertThat(readOnly()
                        .<Long>execute(status -> jdbc.sql("select count(*) from entry where id = 1")
                                .query(Long.class)
                                .single()))
                .isEqualTo(1));
    }

    @Test
    @Order(1)
    void a_read_only_transaction_cannot_write() {
        assertThatThrownBy(() -> readOnly()
                        .executeWithoutResult(status ->
                                jdbc.sql("insert into entry values (2)").update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @Order(1)
    void a_transaction_that_asks_nothing_takes_no_connection() {
        readOnly()
                .executeWithoutResult(
                        status -> assertThat(routing.busyConnections()).isZero());
        readWrite()
                .executeWithoutResult(
                        status -> assertThat(routing.busyConnections()).isZero());
    }

    @Test
    @Order(2)
    void a_replica_that_stands_still_is_passed_over() throws SQLException {
        try (Connection administrator = DriverManager.getConnection(replica.jdbcUrl("zhengqi"), "postgres", "secret");
                Statement statement = administrator.createStatement()) {
            statement.execute("select pg_wal_replay_pause()");
        }
        readWrite()
                .executeWithoutResult(
                        status -> jdbc.sql("insert into entry values (7)").update());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(readOnly()
                                .<Long>execute(status -> jdbc.sql("select count(*) from entry where id = 7")
                                        .query(Long.class)
                                        .single()))
                        .isEqualTo(1));
    }

    @Test
    @Order(3)
    void without_the_replica_the_primary_answers() {
        replica.kill();

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(readOnly().<Boolean>execute(status -> isReplica()))
                        .isFalse());
    }

    private static boolean isReplica() {
        return jdbc.sql("select pg_is_in_recovery()").query(Boolean.class).single();
    }

    private static TransactionTemplate readOnly() {
        TransactionTemplate template = readWrite();
        template.setReadOnly(true);
        return template;
    }

    private static TransactionTemplate readWrite() {
        return new TransactionTemplate(new DataSourceTransactionManager(routing));
    }
}
