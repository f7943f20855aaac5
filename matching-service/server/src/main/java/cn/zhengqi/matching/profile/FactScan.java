package cn.zhengqi.matching.profile;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.facts.FactsInForce;
import cn.zhengqi.matching.profile.FactSheets.Sheet;
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
import java.util.function.IntPredicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes through the facts of many enterprises and nothing else of them, one after the other, in the transaction of who judges them: each with what counts today, those
 * of whom nothing is known with none. They are read from their {@link FactSheet sheets}, and of whom there is none from the facts, which makes it one.
 */
@Repository
public class FactScan {

    private static final int PORTION = 2000;

    /** Of whom there is no sheet, as many at once. */
    private static final int BARE_AT_ONCE = 500;

    /** Tax data counts as long as its authorization is valid. */
    private static final String SHEETS = """
            select e.id, a.enterprise_id is not null as taxed, s.sheet
            from enterprise e
            left join fact_sheet s on s.enterprise_id = e.id
            left join tax_authorization a on a.enterprise_id = e.id and a.valid_until >= ?
            where\s""";

    /** In one statement: a version belongs to the facts that stand beside it. */
    private static final String FACTS = """
            select e.id, a.enterprise_id is not null as taxed, s.version, f.name as fact, f.source, f.value, f.as_of
            from enterprise e
            left join fact_sheet s on s.enterprise_id = e.id
            left join tax_authorization a on a.enterprise_id = e.id and a.valid_until >= ?
            left join fact f on f.enterprise_id = e.id
            where e.id = any(?) order by e.id""";

    private static final int BINARY_AT_ONCE = -1;

    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final JdbcTemplate jdbc;
    private final FactSheets sheets;
    private final FactsInForce facts;

    /** Some enterprises that follow one another by their ids. */
    public record Range(UUID from, UUID before) {}

    FactScan(DataSource database, FactSheets sheets, FactsInForce facts) {
        jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(PORTION);
        this.sheets = sheets;
        this.facts = facts;
    }

    /** All that is known of some enterprises. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(Collection<UUID> enterprises, LocalDate today, BiConsumer<UUID, Map<String, Object>> receiver) {
        each(
                "e.id = any(?)",
                connection -> List.of(today, connection.createArrayOf("uuid", enterprises.toArray())),
                slot -> true,
                today,
                receiver);
    }

    /** All that is known of the enterprises of a part. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ofPart(int part, LocalDate today, BiConsumer<UUID, Map<String, Object>> receiver) {
        each("e.part = ?", connection -> List.of(today, part), slot -> true, today, receiver);
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

    /** Some facts of all enterprises of a range. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ofRange(
            Range range, Collection<String> names, LocalDate today, BiConsumer<UUID, Map<String, Object>> receiver) {
        FactDictionary dictionary = facts.current().dictionary();
        boolean[] asked = new boolean[dictionary.facts().size()];
        names.stream()
                .filter(name -> dictionary.find(name) != null)
                .forEach(name -> asked[dictionary.slot(name)] = true);
        each(
                "e.id >= ? and e.id < ?",
                connection -> List.of(today, range.from(), range.before()),
                slot -> slot < asked.length && asked[slot],
                today,
                receiver);
    }

    private interface Values {
        List<Object> on(Connection connection) throws SQLException;
    }

    private void each(
            String which,
            Values values,
            IntPredicate asked,
            LocalDate today,
            BiConsumer<UUID, Map<String, Object>> receiver) {
        FactDictionary dictionary = facts.current().dictionary();
        List<UUID> bare = new ArrayList<>();
        jdbc.query(connection -> prepared(connection, SHEETS + which, values), row -> {
            UUID id = row.getObject(1, UUID.class);
            byte[] sheet = row.getBytes(3);
            if (sheet == null || !FactSheet.isReadable(sheet)) {
                bare.add(id);
            } else {
                Counting counting = new Counting(row.getBoolean(2), new GatheredFacts(today));
                FactSheet.read(sheet, dictionary, asked, counting::take);
                receiver.accept(id, counting.facts().values());
            }
        });
        FactSheets.Reading reading = sheets.reading();
        for (int from = 0; from < bare.size(); from += BARE_AT_ONCE) {
            Object[] some = bare.subList(from, Math.min(bare.size(), from + BARE_AT_ONCE))
                    .toArray();
            Open open = new Open(dictionary, asked, today, receiver, reading);
            jdbc.query(
                    connection -> prepared(connection, FACTS, on -> List.of(today, on.createArrayOf("uuid", some))),
                    row -> {
                        open.take(row);
                    });
            open.end();
        }
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

    /** @param taxed whether what the tax authority says may be read */
    private record Counting(boolean taxed, GatheredFacts facts) {

        void take(KnownFact fact, FactDefinition definition) {
            if (taxed || fact.source() != FactSource.TAX) {
                facts.take(fact, definition);
            }
        }
    }

    /** The enterprise whose facts come now. */
    private static final class Open {

        private final FactDictionary dictionary;
        private final IntPredicate asked;
        private final LocalDate today;
        private final BiConsumer<UUID, Map<String, Object>> receiver;
        private final FactSheets.Reading reading;
        private final List<KnownFact> told = new ArrayList<>();
        private @Nullable UUID id;
        private @Nullable Long version;
        private boolean taxed;

        Open(
                FactDictionary dictionary,
                IntPredicate asked,
                LocalDate today,
                BiConsumer<UUID, Map<String, Object>> receiver,
                FactSheets.Reading reading) {
            this.dictionary = dictionary;
            this.asked = asked;
            this.today = today;
            this.receiver = receiver;
            this.reading = reading;
        }

        void take(ResultSet row) throws SQLException {
            UUID next = row.getObject("id", UUID.class);
            if (!next.equals(id)) {
                end();
                id = next;
                version = row.getObject("version", Long.class);
                taxed = row.getBoolean("taxed");
                told.clear();
            }
            String name = row.getString("fact");
            if (name != null) {
                told.add(FactStore.fact(row, name));
            }
        }

        void end() {
            if (id == null) {
                return;
            }
            byte[] sheet = version == null ? null : FactSheet.of(told, dictionary);
            if (version != null && sheet != null) {
                reading.add(new Sheet(id, version, sheet));
            }
            Counting counting = new Counting(taxed, new GatheredFacts(today));
            for (KnownFact fact : told) {
                FactDefinition definition = dictionary.find(fact.name());
                if (definition != null && asked.test(dictionary.slot(fact.name()))) {
                    counting.take(fact, definition);
                }
            }
            receiver.accept(id, counting.facts().values());
        }
    }
}
