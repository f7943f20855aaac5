package cn.zhengqi.data.encryption;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a migration does to a filled table: replaces what stands in a column by its cipher text, row by row, in the one transaction of the migration. So there
 * is no moment at which the service runs and a plain text is left.
 */
public final class FirstEncryption {

    private static final int PORTION = 500;

    private final Connection connection;

    public FirstEncryption(Connection connection) {
        this.connection = connection;
    }

    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** @param index column for the index; null: it is not looked for */
    public void encrypt(ProtectedColumn column, @Nullable String index) throws SQLException {
        encrypt(column, index, column.column(), UnaryOperator.identity());
    }

    /**
     * @param stored expression whose value {@code plain} understands
     * @param plain makes the plain text of it
     */
    public void encrypt(ProtectedColumn column, @Nullable String index, String stored, UnaryOperator<String> plain)
            throws SQLException {
        String write = "update " + column.table() + " set " + column.column() + " = ?"
                + (index == null ? "" : ", " + index + " = ?") + " where ctid = cast(? as tid)";
        each(column.table(), stored, column.column() + " not like 'sm4:%'", write, (row, text) -> {
            String value = plain.apply(text);
            int at = 1;
            row.setString(at++, column.seal(value));
            if (index != null) {
                row.setBytes(at++, column.index(value));
            }
            return at;
        });
    }

    /** Where nothing but the index is kept: fills it from the plain text, whose column is dropped afterwards. */
    public void index(String table, String column, ProtectedIndex of, String index) throws SQLException {
        String write = "update " + table + " set " + index + " = ? where ctid = cast(? as tid)";
        each(table, column, column + " is not null", write, (row, text) -> {
            row.setBytes(1, of.of(text));
            return 2;
        });
    }

    /** Where what is encrypted already is to be found from now on. */
    public void index(ProtectedColumn column, String index) throws SQLException {
        String write = "update " + column.table() + " set " + index + " = ? where ctid = cast(? as tid)";
        each(column.table(), column.column(), column.column() + " is not null", write, (row, text) -> {
            row.setBytes(1, column.index(column.open(text)));
            return 2;
        });
    }

    /** Sets what a row is changed to, and answers which parameter comes next. */
    private interface Change {
        int set(PreparedStatement row, String text) throws SQLException;
    }

    private void each(String table, String stored, String which, String write, Change change) throws SQLException {
        String read = "select ctid::text, " + stored + " from " + table + " where " + which;
        try (Statement reading = connection.createStatement();
                PreparedStatement writing = connection.prepareStatement(write)) {
            reading.setFetchSize(PORTION);
            int waiting = 0;
            try (ResultSet rows = reading.executeQuery(read)) {
                while (rows.next()) {
                    int at = change.set(writing, rows.getString(2));
                    writing.setString(at, rows.getString(1));
                    writing.addBatch();
                    if (++waiting == PORTION) {
                        writing.executeBatch();
                        waiting = 0;
                    }
                }
            }
            writing.executeBatch();
        }
    }
}
