package cn.zhengqi.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

    /** A new one each time: a second try of a test begins where the first has cleaned up. */
    private static EngineHome sharedHome;

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        sharedHome = EngineHome.temporary("postgres");
        server = PostgresServer.start(sharedHome, Ports.free(), "super secret 'quoted'", PostgresServer.NOT_DURABLE);
        server.createRoleAndSchema("zhengqi", "zq_policy", "p'w", "policy");
        server.createRoleAndSchema("zhengqi", "zq_finance", "other", "finance");
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(sharedHome.folder()).doesNotExist();
    }

    @Test
    void a_service_works_in_its_own_schema_and_reaches_no_other() throws SQLException {
        try (var policy = as("zq_policy", "p'w");
                var finance = as("zq_finance", "other")) {
            policy.createStatement().execute("create table if not exists document (title text)");
            assertThat(text(policy, "select table_schema from information_schema.tables where table_name = 'document'"))
                    .isEqualTo("policy");
            assertThatThrownBy(() -> finance.createStatement().execute("select * from policy.document"))
                    .hasMessageContaining("permission denied for schema policy");
            assertThatThrownBy(() -> finance.createStatement().execute("create table public.intruder (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void creating_a_role_again_changes_its_password_and_nothing_else() throws SQLException {
        server.createRoleAndSchema("zhengqi", "zq_again", "first", "again");
        try (var connection = as("zq_again", "first")) {
            connection.createStatement().execute("create table kept (id int)");
        }
        server.createRoleAndSchema("zhengqi", "zq_again", "second", "again");
        try (var connection = as("zq_again", "second")) {
            assertThat(text(connection, "select count(*) from kept")).isEqualTo("0");
        }
        assertThatThrownBy(() -> as("zq_again", "first")).hasMessageContaining("password authentication failed");
    }

    @Test
    void chinese_is_sorted_by_pinyin_and_found_by_trigrams() throws SQLException {
        try (var policy = as("zq_policy", "p'w");
                var statement = policy.createStatement();
                var sorted = statement.executeQuery("select n from (values ('重庆'), ('北京'), ('安徽')) v(n) order by n")) {
            var names = new ArrayList<String>();
            while (sorted.next()) {
                names.add(sorted.getString(1));
            }
            assertThat(names).containsExactly("安徽", "北京", "重庆");
            assertThat(text(policy, "select array_length(show_trgm('高新技术企业'), 1) > 3"))
                    .isEqualTo("t");
        }
    }

    @Test
    void a_replica_streams_what_the_primary_commits_and_refuses_to_write() throws SQLException {
        try (var primary = server.connect("zhengqi")) {
            primary.createStatement().execute("create table public.streamed (id int primary key)");
            try (var replica = server.replica(EngineHome.temporary("replica"), Ports.free());
                    var copy = replica.connect("zhengqi")) {
                primary.createStatement().execute("insert into public.streamed values (7)");
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> text(copy, "select count(*) from public.streamed")
                                .equals("1"));
                assertThatThrownBy(() -> copy.createStatement().execute("insert into public.streamed values (8)"))
                        .hasMessageContaining("read-only");
            }
        }
    }

    @Test
    void a_crash_loses_nothing_and_a_start_in_the_same_home_continues() throws SQLException {
        var home = EngineHome.temporary("postgres-crash");
        int port = Ports.free();
        var first = PostgresServer.start(home, port, "secret", PostgresServer.NOT_DURABLE);
        try (var connection = first.connect("postgres")) {
            connection.createStatement().execute("create table kept as select 42 as answer");
        }
        first.kill();
        assertThat(first.isHealthy()).isFalse();
        try (var second = PostgresServer.start(home, port, "secret", PostgresServer.NOT_DURABLE);
                var connection = second.connect("postgres")) {
            assertThat(text(connection, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void a_server_that_already_runs_in_the_home_is_adopted() {
        var adopted =
                PostgresServer.start(sharedHome, server.port(), server.superuserPassword(), PostgresServer.NOT_DURABLE);
        assertThat(adopted.pid()).isEqualTo(server.pid());
    }

    @Test
    void a_port_that_somebody_else_has_is_refused_by_name() throws Exception {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var home = EngineHome.temporary("postgres-refused");
            assertThatThrownBy(() ->
                            PostgresServer.start(home, stranger.getLocalPort(), "secret", PostgresServer.NOT_DURABLE))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("port " + stranger.getLocalPort() + " for PostgreSQL is in use by pid "
                            + ProcessHandle.current().pid());
            home.deleteIfTemporary();
        }
    }

    private static Connection as(String role, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("zhengqi"), role, password);
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
