package cn.zhengqi.matching.profile;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes through the facts of many enterprises and nothing else of them, one after the other, in the transaction of who judges them: each with what counts today, those
 * of whom nothing is known with none.
 */
@Repository
public class FactScan {

    private static final int PORTION = 2000;

    private static final String SELECT = """
            select e.id, f.name as fact, f.source, f.value, f.as_of
            from enterprise e
            left join fact f on f.enterprise_id = e.id and (f.source <> 'TAX' or exists (
              select from tax_authorization a where a.enterprise_id = f.enterprise_id and a.valid_until >= ?))
            where %s order by e.id""";

    private static final String SOME = """
            select id, fact, source, value, as_of from (%s) f
            where source is distinct from 'TAX' or exists (
              select from tax_authorization a where a.enterprise_id = id and a.valid_until >= ?) order by id""";

    /** Each enterprise comes, also one of which nothing is known. */
    private static final String NO_FACT =
            "select id, null as fact, null as source, null::jsonb as value, null::date as as_of from enterprise where id >= ? and id < ?";

    /** As the indexes fact_by_name and fact_by_name_long have them. */
    private static final String SHORT_ONES =
            " union all select enterprise_id, name, source, value, as_of from fact where name = ? and enterprise_id >= ? and enterprise_id < ? and octet_length(value::text) <= 1000";

    private static final String LONG_ONES =
            " union all select enterprise_id, name, source, value, as_of from fact where name = any(?) and enterprise_id >= ? and enterprise_id < ? and octet_length(value::text) > 1000";

    private static final int BINARY_AT_ONCE = -1;

    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final JdbcTemplate jdbc;

    /** Some enterprises that follow one another by their ids. */
    public record Range(UUID from, UUID before) {}

    FactScan(DataSource database) {
        jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(PORTION);
    }

    /** All that is known of some enterprises. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(Collection<UUID> enterprises, LocalDate today, BiConsumer<UUID, Map<String, Object>> receiver) {
        each(
                SELECT.formatted("e.id = any(?)"),
                connection -> List.of(today, connection.createArrayOf("uuid", enterprises.toArray())),
                today,
                receiver);
    }

    /** All that is known of the enterprises of a part. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ofPart(int part, LocalDate today, BiConsumer<UUID, Map<String, Object>> receiver) {
        each(SELECT.formatted("e.part = ?"), connection -> List.of(today, part), today, receiver);
    }

    /** All enterprises in two halves, for two who go through them at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Range> halves() {
        UUID middle = jdbc
                .query(
                        "select id from enterprise order by id offset (select count(*) / 2 from enterprise) limit 1",
                        (row, number) -> row.getObject(1, UUID.class))
                .stream()
                .findFirst()
                .orElse(FIRST_ID);
        return List.of(new Range(FIRST_ID, middle), new Range(middle, AFTER_ALL));
    }

    /**
     * Some facts of all enterprises of a range. Each fact comes in the order of enterprises from an index of its own, and they are only laid together: nothing is
     * sorted.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ofRange(
            Range range, Collection<String> names, LocalDate today, BiConsumer<UUID, Map<String, Object>> receiver) {
        each(
                SOME.formatted(NO_FACT + SHORT_ONES.repeat(names.size()) + LONG_ONES),
                connection -> {
                    List<Object> values = new ArrayList<>(List.of(range.from(), range.before()));
                    names.forEach(name -> values.addAll(List.of(name, range.from(), range.before())));
                    values.addAll(List.of(
                            connection.createArrayOf("text", names.toArray()), range.from(), range.before(), today));
                    return values;
                },
                today,
                receiver);
    }

    private interface Values {
        List<Object> on(Connection connection) throws SQLException;
    }

    private void each(String sql, Values values, LocalDate today, BiConsumer<UUID, Map<String, Object>> receiver) {
        Open open = new Open(today, receiver);
        jdbc.query(connection -> prepared(connection, sql, values), row -> {
            open.take(row);
        });
        open.end();
    }

    private static PreparedStatement prepared(Connection connection, String sql, Values values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        // Ids and days by the hundred thousand are not written out to be read again.
        statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
        int place = 0;
        for (Object value : values.on(connection)) {
            if (value instanceof Array array) {
                statement.setArray(++place, array);
            } else {
                statement.setObject(++place, value);
            }
        }
        return statement;
    }

    /** The enterprise whose rows come now. */
    private static final class Open {

        private final LocalDate today;
        private final BiConsumer<UUID, Map<String, Object>> receiver;
        private @Nullable UUID id;
        private GatheredFacts facts;

        Open(LocalDate today, BiConsumer<UUID, Map<String, Object>> receiver) {
            this.today = today;
            this.receiver = receiver;
            facts = new GatheredFacts(today);
        }

        void take(ResultSet row) throws SQLException {
            UUID next = row.getObject("id", UUID.class);
            if (!next.equals(id)) {
                end();
                id = next;
                facts = new GatheredFacts(today);
            }
            facts.take(row);
        }

        void end() {
            if (id != null) {
                receiver.accept(id, facts.values());
            }
        }
    }
}
