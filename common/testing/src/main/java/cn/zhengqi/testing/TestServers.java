package cn.zhengqi.testing;

import cn.zhengqi.engines.OperationLogOwner;
import cn.zhengqi.testing.ServerSource.PostgresAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.DockerClientFactory;

/**
 * The real servers behind the tests of this JVM, each started when it is first asked for and ended with the JVM: containers where a Docker engine answers,
 * otherwise the embedded servers. Which of the two is printed once; {@code ZHENGQI_TEST_SERVERS=embedded} or {@code docker} decides by hand.
 */
public final class TestServers {

    /** Of what this JVM sends and receives: the broker may be that of others, too. */
    public static final String NAMESPACE = "tests-" + ProcessHandle.current().pid() + "-" + System.currentTimeMillis();

    private static final TestServers INSTANCE = new TestServers();
    private static final String PASSWORD = "only-for-tests";

    /** Schema of the service whose log belongs to a role of its own. */
    private static final String OPERATION_LOG = "ops";

    private @Nullable ServerSource source;
    private @Nullable PostgresAddress postgres;
    private @Nullable String redis;
    private @Nullable String nameServer;
    private int databases;

    private TestServers() {}

    public static TestServers get() {
        return INSTANCE;
    }

    /**
     * A database of its own for one test context, set up as the platform does it: a login role that owns one schema and finds the extensions.
     *
     * @param url JDBC address, for {@code zhengqi.db.url}
     */
    public record Database(String url, String user, String password, String schema) {

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url + "?currentSchema=" + schema, user, password);
        }

        /**
         * Brings the schema to a version, as the service whose test this is does when it starts: what is written between two versions is what a migration meets in a
         * filled installation.
         *
         * @param version {@code latest}: all there is
         * @param inJava migrations that are beans of the service
         */
        public void migrate(String version, JavaMigration... inJava) {
            flyway().javaMigrations(inJava).target(version).load().migrate();
        }

        /** By which {@link #migrate} works, for a test that takes the migrations from elsewhere. */
        public FluentConfiguration flyway() {
            return Flyway.configure()
                    .dataSource(url + "?currentSchema=" + schema + ",extensions", user, password)
                    .defaultSchema(schema)
                    .locations("classpath:db/common", "classpath:db/promise", "classpath:db/migration")
                    .outOfOrder(true);
        }
    }

    /** @param schema name of the schema and of the role */
    public synchronized Database freshDatabase(String schema) {
        PostgresAddress server = postgres();
        databases++;
        String database = "test_" + databases;
        try (Connection connection = connect(server, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
            statement.execute("""
                    do $$ begin
                      if not exists (select from pg_roles where rolname = '%1$s') then
                        create role "%1$s" login password '%2$s';
                      end if;
                    end $$""".formatted(schema, PASSWORD));
            statement.execute("grant connect, temporary on database %s to \"%s\"".formatted(database, schema));
        } catch (SQLException failure) {
            throw new IllegalStateException("No test database " + database, failure);
        }
        try (Connection connection = connect(server, database);
                Statement statement = connection.createStatement()) {
            statement.execute("revoke all on schema public from public");
            statement.execute("create schema extensions");
            statement.execute("grant usage on schema extensions to public");
            statement.execute("create extension pg_trgm schema extensions");
            statement.execute("create schema \"%1$s\" authorization \"%1$s\"".formatted(schema));
            if (schema.equals(OPERATION_LOG)) {
                OperationLogOwner.create(connection, schema);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("No test database " + database, failure);
        }
        return new Database(server.url() + database, schema, PASSWORD, schema);
    }

    /**
     * As somebody who is at the database itself, whom no right keeps from anything.
     *
     * @param url of a {@link Database}
     */
    public synchronized DataSource asSuperuser(String url, String schema) {
        PostgresAddress server = postgres();
        return new DriverManagerDataSource(
                url + "?currentSchema=" + schema + ",extensions", server.superuser(), server.password());
    }

    /** @return {@code redis://:password@host:port} */
    public synchronized String redisUrl() {
        if (redis == null) {
            redis = source().startRedis();
        }
        return redis;
    }

    /** @return {@code host:port} of the RocketMQ name server */
    public synchronized String nameServer() {
        if (nameServer == null) {
            nameServer = source().startRocketMq();
        }
        return nameServer;
    }

    private PostgresAddress postgres() {
        if (postgres == null) {
            postgres = source().startPostgres();
        }
        return postgres;
    }

    private static Connection connect(PostgresAddress server, String database) throws SQLException {
        return DriverManager.getConnection(server.url() + database, server.superuser(), server.password());
    }

    private ServerSource source() {
        if (source == null) {
            source = choose();
            System.out.println("Tests run against " + source.description());
        }
        return source;
    }

    private static ServerSource choose() {
        String told = System.getenv("ZHENGQI_TEST_SERVERS");
        if (told != null) {
            return switch (told) {
                case "embedded" -> new EmbeddedServers();
                case "docker" -> new DockerServers();
                default ->
                    throw new IllegalArgumentException("ZHENGQI_TEST_SERVERS is embedded or docker, not " + told);
            };
        }
        return dockerAnswers() ? new DockerServers() : new EmbeddedServers();
    }

    private static boolean dockerAnswers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException | LinkageError none) {
            return false;
        }
    }
}
