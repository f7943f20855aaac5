package cn.zhengqi.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the tables of a service as somebody does who got hold of the database: every column of every row, outbox and stored answers too. */
public final class RawTables {

    private RawTables() {}

    /** Names of the tables in which a text can be read, as text or as bytes. */
    public static List<String> showing(DataSource source, String plain) {
        List<String> tables = tables(source);
        List<String> showing = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (String table : tables) {
                String sql = "select exists (select from " + table + " t where t::text like ? or t::text like ?)";
                try (PreparedStatement search = connection.prepareStatement(sql)) {
                    search.setString(1, "%" + plain + "%");
                    search.setString(2, "%" + inBytes(plain) + "%");
                    try (ResultSet found = search.executeQuery()) {
                        found.next();
                        if (found.getBoolean(1)) {
                            showing.add(table);
                        }
                    }
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return showing;
    }

    /** As it shows in a column of bytes. One character is too short for that: its six digits stand in some UUID by chance. */
    private static String inBytes(String plain) {
        return plain.length() < 2 ? plain : HexFormat.of().formatHex(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Columns whose constraint lets nothing in but cipher texts, as {@code table.column}. */
    public static List<String> encryptedColumns(DataSource source) {
        return strings(source, """
                select cl.relname || '.' || a.attname from pg_constraint c join pg_class cl on cl.oid = c.conrelid
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                where c.contype = 'c' and c.connamespace = current_schema()::regnamespace
                  and pg_get_constraintdef(c.oid) like '%' || a.attname || ' ~~ ''sm4:%'
                order by 1""");
    }

    private static List<String> strings(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<String> tables(DataSource source) {
        List<String> tables = strings(
                source, "select tablename from pg_tables where schemaname = current_schema() order by tablename");
        if (tables.isEmpty()) {
            throw new IllegalStateException("no tables: the search would prove nothing");
        }
        return tables;
    }
}
