package cn.zhengqi.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * The role that owns the tables of 操作日志 and signs in nowhere, with these tables. What it may do ops-service may not, so that whoever has the password of
 * that service's role adds to the log and reads it, and nothing else.
 */
public final class OperationLogOwner {

    private OperationLogOwner() {}

    /**
     * Creates what is missing of it, in one transaction.
     *
     * @param superuser connected to the database of the services
     * @param writer role of ops-service, which is there already
     */
    public static void create(Connection superuser, String writer) throws SQLException {
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            statement.execute("set local zhengqi.log_writer = " + statement.enquoteLiteral(writer));
            statement.execute(script());
            superuser.commit();
        } finally {
            superuser.rollback();
            superuser.setAutoCommit(true);
        }
    }

    private static String script() {
        try (var file = OperationLogOwner.class.getResourceAsStream("operation-log.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
