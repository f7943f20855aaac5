package cn.zhengqi.engines;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A real PostgreSQL 18 with UTF-8, pinyin order, and trigram search that works in Chinese. Listens on 127.0.0.1 only, with
 * passwords.
 */
public final class PostgresServer extends ServerProcess {

    /** For tests: what was committed may be lost in a power cut. */
    public static final Map<String, String> NOT_DURABLE = Map.of("fsync", "off", "full_page_writes", "off");

    private static final String NAME = "postgres";
    private static final String SUPERUSER = "postgres";
    private static final String EXTENSION_SCHEMA = "extensions";

    /** After a kill -9 the children of the killed one hold its memory until they notice. */
    private static final String MEMORY_LEFT = "pre-existing shared memory block";

    private final String password;
    private final Map<String, String> parameters;

    private PostgresServer(
            EngineHome home, int port, String password, Map<String, String> parameters, ChildProcess process) {
        super(NAME, home, port, process, "INT", "QUIT");
        this.password = password;
        this.parameters = parameters;
    }

    /**
     * Starts the server, or adopts the one that already runs in this home.
     *
     * @param password of the superuser {@code postgres}; fixed when the home is first used
     * @param parameters settings of postgresql.conf that differ from its defaults
     */
    public static PostgresServer start(EngineHome home, int port, String password, Map<String, String> parameters) {
        var running = ChildProcess.running(NAME, home);
        if (running.isPresent()) {
            var server = new PostgresServer(home, port, password, parameters, running.get());
            if (running.get().serves(port)) {
                server.awaitReady();
                return server;
            }
            running.get().stop("INT", GRACE);
        }
        Ports.requireFree("PostgreSQL", port);
        var account = ServerAccount.forPostgres(home, PostgresBinaries.extracted(home.cache()));
        var data = home.folder().resolve("data");
        if (!Files.exists(data)) {
            initialise(home, account, data, password);
        }
        var command = new ArrayList<>(account.command("postgres", "-D", data.toString(), "-p", "" + port));
        var all = new java.util.LinkedHashMap<String, String>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", "");
        all.putAll(parameters);
        all.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        long patience = System.nanoTime() + GRACE.toNanos();
        while (true) {
            var server = new PostgresServer(
                    home, port, password, parameters, ChildProcess.start(NAME, home, command, Map.of()));
            try {
                server.awaitReady();
                return server;
            } catch (EngineException refused) {
                if (!String.valueOf(refused.getMessage()).contains(MEMORY_LEFT) || System.nanoTime() > patience) {
                    throw refused;
                }
            }
        }
    }

    /**
     * A second server that streams from this one and answers read-only questions.
     *
     * @param replicaHome an empty home
     */
    public PostgresServer replica(EngineHome replicaHome, int replicaPort) {
        Ports.requireFree("PostgreSQL replica", replicaPort);
        var source = home.folder().resolve("data");
        var target = replicaHome.folder().resolve("data");
        // Start and stop of the backup must be in one session.
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('replica', true)");
            copyData(source, target);
            try (var label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(target.resolve("backup_label"), label.getString(1));
            }
            Files.createFile(target.resolve("standby.signal"));
            Files.writeString(
                    target.resolve("postgresql.auto.conf"),
                    "primary_conninfo = "
                            + quoted("host=127.0.0.1 port=%d user=%s password=%s application_name=replica"
                                    .formatted(port, SUPERUSER, quoted(password))));
        } catch (SQLException | IOException e) {
            throw new EngineException("cannot copy the primary of port " + port, e);
        }
        ServerAccount.forPostgres(replicaHome, PostgresBinaries.extracted(replicaHome.cache()))
                .own(target);
        var replica = start(replicaHome, replicaPort, password, parameters);
        replica.process.await(ChildProcess.START_LIMIT, replica::streams);
        return replica;
    }

    /** Creates the database if it is missing, with the extensions that its services share. */
    public void createDatabase(String database) {
        try (var connection = connect("postgres");
                var find = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            find.setString(1, database);
            if (!find.executeQuery().next()) {
                execute(connection, "create database %s", database);
                execute(connection, "revoke all on database %s from public", database);
            }
        } catch (SQLException e) {
            throw new EngineException("cannot create database " + database + ": " + e.getMessage(), e);
        }
        try (var connection = connect(database)) {
            execute(connection, "revoke all on schema public from public");
            execute(connection, "create schema if not exists " + EXTENSION_SCHEMA);
            execute(connection, "grant usage on schema %s to public", EXTENSION_SCHEMA);
            execute(connection, "create extension if not exists pg_trgm schema %s", EXTENSION_SCHEMA);
        } catch (SQLException e) {
            throw new EngineException("cannot set up database " + database + ": " + e.getMessage(), e);
        }
    }

    /**
     * Makes sure that the role exists with this password, owns the schema, finds it first, and reaches no other. The
     * database is created if it is missing.
     */
    public void createRoleAndSchema(String database, String role, String rolePassword, String schema) {
        createDatabase(database);
        try (var connection = connect(database);
                var find = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            find.setString(1, role);
            if (!find.executeQuery().next()) {
                execute(connection, "create role %s login", role);
            }
            execute(connection, "alter role %s password " + literal(connection, rolePassword), role);
            execute(connection, "grant connect, temporary on database %s to %s", database, role);
            execute(connection, "create schema if not exists %s authorization %s", schema, role);
            execute(connection, "alter role %s set search_path = %s, " + EXTENSION_SCHEMA, role, schema);
        } catch (SQLException e) {
            throw new EngineException("cannot create role " + role + ": " + e.getMessage(), e);
        }
    }

    /** Makes sure that the log of operations is there, belongs to nobody who signs in, and that this role adds to it and reads it. */
    public void createOperationLog(String database, String writer) {
        try (var connection = connect(database)) {
            OperationLogOwner.create(connection, writer);
        } catch (SQLException e) {
            throw new EngineException("cannot create the log of operations: " + e.getMessage(), e);
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String superuser() {
        return SUPERUSER;
    }

    public String superuserPassword() {
        return password;
    }

    /** A connection of the superuser. */
    public Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    @Override
    boolean answers() {
        return servesOurData();
    }

    private boolean servesOurData() {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var answer = statement.executeQuery("show data_directory")) {
            answer.next();
            return Path.of(answer.getString(1)).equals(home.folder().resolve("data"));
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new EngineException(
                        "PostgreSQL in " + home.folder() + " was set up with another superuser password", e);
            }
            return false;
        }
    }

    private boolean streams() {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select 1 from pg_stat_wal_receiver where status = 'streaming'")) {
            return answer.next();
        } catch (SQLException e) {
            return false;
        }
    }

    private static void initialise(EngineHome home, ServerAccount account, Path data, String password) {
        var fresh = home.folder().resolve("initdb");
        var passwordFile = home.folder().resolve("initdb.password");
        try {
            EngineHome.delete(fresh);
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, password);
            Files.createDirectory(fresh);
            account.own(fresh);
            account.own(passwordFile);
            var command = account.command(
                    "initdb",
                    "-D",
                    fresh.toString(),
                    "-U",
                    SUPERUSER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "-E",
                    "UTF8",
                    "--locale-provider=icu",
                    "--icu-locale=zh-u-co-pinyin",
                    "--locale=C.UTF-8",
                    "--no-sync");
            var log = home.folder().resolve("initdb.log");
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new EngineException("initdb failed; see " + log + "\n" + Files.readString(log));
            }
            // Renamed only when complete: a set-up that was cut short is started over, never used.
            Files.move(fresh, data);
        } catch (IOException e) {
            throw new EngineException("cannot set up PostgreSQL in " + home.folder() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        } finally {
            try {
                Files.deleteIfExists(passwordFile);
            } catch (IOException e) {
                passwordFile.toFile().deleteOnExit();
            }
        }
    }

    private static void copyData(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                var copy = target.resolve(source.relativize(folder).toString());
                Files.createDirectories(copy);
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var relative = source.relativize(file).toString();
                if (!relative.startsWith("postmaster.")
                        && !relative.startsWith("pg_wal/0")
                        && !relative.startsWith("pg_replslot/")) {
                    try {
                        Files.copy(file, target.resolve(relative), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (java.nio.file.NoSuchFileException removedMeanwhile) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                // A running server removes files while they are copied; the write-ahead log makes up for it.
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void execute(Connection connection, String sql, String... identifiers) throws SQLException {
        var quoted = new Object[identifiers.length];
        for (int i = 0; i < identifiers.length; i++) {
            quoted[i] = connection.createStatement().enquoteIdentifier(identifiers[i], true);
        }
        try (var statement = connection.createStatement()) {
            statement.execute(quoted.length == 0 ? sql : sql.formatted(quoted));
        }
    }

    /** As both libpq and postgresql.conf read it. */
    private static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String literal(Connection connection, String value) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.enquoteLiteral(value);
        }
    }
}
