package cn.zhengqi.matching.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever goes through many enterprises reads of each what its facts say, whether it has a sheet or not, and whoever changes them meanwhile. */
class FactScanTest extends MatchingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 2);
    private static final FactScan.Range ALL = new FactScan.Range(new UUID(0, 0), new UUID(-1, -1));

    @Autowired
    private FactScan scan;

    @Autowired
    private FactStore store;

    private final Random random = new Random(191);

    @Test
    void from_facts_and_from_sheets_the_same_is_read_as_of_a_single_one() {
        List<UUID> enterprises =
                IntStream.range(0, 1000).mapToObj(i -> invented()).toList();
        for (LocalDate day : List.of(TODAY, LocalDate.of(2027, 1, 1), LocalDate.of(2029, 5, 1))) {
            Map<UUID, Map<String, Object>> one =
                    enterprises.stream().collect(Collectors.toMap(id -> id, id -> values(store.effective(id, day))));
            without(enterprises);
            assertThat(read(enterprises, day)).isEqualTo(one);
            // Nobody is waited for: of whom somebody works on at that moment the next reader keeps the sheet.
            await().until(() -> read(enterprises, day).equals(one) && sheets(enterprises) == enterprises.size());

            Set<String> asked = FactDictionary.inForce().facts().stream()
                    .map(FactDefinition::name)
                    .filter(name -> random.nextInt(4) == 0)
                    .collect(Collectors.toSet());
            one.values().forEach(facts -> facts.keySet().retainAll(asked));
            assertThat(readOfAll(enterprises, asked, day)).isEqualTo(one);
            without(enterprises);
            assertThat(readOfAll(enterprises, asked, day)).isEqualTo(one);
        }
    }

    @Test
    void what_somebody_changes_while_another_reads_it_is_on_no_sheet_that_the_reader_stores() {
        UUID enterprise = enterprise();
        said(enterprise, "employees", "SELF", "10");

        transaction.executeWithoutResult(status -> {
            assertThat(readNow(List.of(enterprise))).containsValue(Map.of("employees", 10));
            CompletableFuture.runAsync(() -> said(enterprise, "employees", "SELF", "20"))
                    .join();
        });

        assertThat(read(List.of(enterprise), TODAY)).containsValue(Map.of("employees", 20));
    }

    @Test
    @Timeout(60)
    void nobody_waits_for_who_is_changing_facts_and_what_he_changes_is_found_when_he_is_done() {
        UUID enterprise = enterprise();
        UUID other = enterprise();
        said(enterprise, "employees", "SELF", "10");
        said(other, "employees", "SELF", "11");
        without(List.of(enterprise, other));
        CountDownLatch changed = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        CompletableFuture<Void> changing = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            said(enterprise, "employees", "SELF", "20");
            changed.countDown();
            wait(read);
        }));
        wait(changed);

        assertThat(read(List.of(enterprise, other), TODAY))
                .containsEntry(enterprise, Map.of("employees", 10))
                .containsEntry(other, Map.of("employees", 11));
        await().until(() -> sheets(List.of(enterprise, other)) == 1);

        read.countDown();
        changing.join();
        assertThat(read(List.of(enterprise), TODAY)).containsValue(Map.of("employees", 20));
    }

    @Test
    void what_was_changed_and_never_committed_is_on_no_sheet() {
        UUID enterprise = enterprise();
        said(enterprise, "employees", "SELF", "10");
        transaction.executeWithoutResult(status -> {
            said(enterprise, "employees", "SELF", "20");
            readNow(List.of(enterprise));
            status.setRollbackOnly();
        });
        // As often as it was changed before and is not any more.
        said(enterprise, "employees", "SELF", "30");
        assertThat(read(List.of(enterprise), TODAY)).containsValue(Map.of("employees", 30));
    }

    @Test
    void of_what_was_deleted_nothing_is_on_a_sheet() {
        UUID enterprise = enterprise();
        authorized(enterprise, TODAY);
        said(enterprise, "employees", "SELF", "10");
        said(enterprise, "taxPaid12m", "TAX", "8127.36");
        await().until(() -> {
            read(List.of(enterprise), TODAY);
            return sheets(List.of(enterprise)) == 1;
        });

        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from fact where enterprise_id = ? and source = 'TAX'")
                    .param(enterprise)
                    .update();
            assertThat(sheets(List.of(enterprise))).isZero();
        });

        assertThat(read(List.of(enterprise), TODAY)).containsValue(Map.of("employees", 10));
        List<KnownFact> stored = new ArrayList<>();
        jdbc.sql("select sheet from fact_sheet where enterprise_id = ? and sheet is not null")
                .param(enterprise)
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(sheet -> FactSheet.read(
                        sheet, FactDictionary.inForce(), slot -> true, (fact, definition) -> stored.add(fact)));
        assertThat(stored).extracting(KnownFact::name).doesNotContain("taxPaid12m");
    }

    @Test
    void tax_data_counts_as_long_as_its_authorization_also_from_a_sheet() {
        UUID enterprise = enterprise();
        authorized(enterprise, TODAY);
        said(enterprise, "taxPaid12m", "SELF", "1");
        said(enterprise, "taxPaid12m", "TAX", "2");
        await().until(() -> {
            read(List.of(enterprise), TODAY);
            return sheets(List.of(enterprise)) == 1;
        });

        assertThat(read(List.of(enterprise), TODAY)).containsValue(Map.of("taxPaid12m", 2));
        assertThat(read(List.of(enterprise), TODAY.plusDays(1))).containsValue(Map.of("taxPaid12m", 1));
    }

    @Test
    void facts_that_were_there_before_there_were_sheets_are_read_and_counted() throws SQLException {
        TestServers.Database old = TestServers.get().freshDatabase("matching_sheets");
        old.migrate("190");
        UUID enterprise = Ids.next();
        try (Connection connection = old.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into enterprise (id, uscc, name, version) values ('%s', 'U', '企业', 0)"
                    .formatted(enterprise));
            statement.execute(
                    "insert into fact (enterprise_id, name, source, value, as_of) values ('%s', 'employees', 'SELF', '1', current_date)"
                            .formatted(enterprise));

            old.migrate("191");

            assertThat(version(statement)).isZero();
            statement.execute("update fact set value = '2'");
            long changed = version(statement);
            statement.execute("delete from fact");
            assertThat(changed).isPositive();
            assertThat(version(statement)).isGreaterThan(changed);
            statement.execute("delete from enterprise");
        }
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static long version(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select version from fact_sheet where sheet is null")) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    private UUID enterprise() {
        UUID id = Ids.next();
        jdbc.sql("insert into enterprise (id, uscc, name, version) values (?, ?, '企业', 0)")
                .params(id, id.toString())
                .update();
        return id;
    }

    private void authorized(UUID enterprise, LocalDate until) {
        jdbc.sql("""
                        insert into tax_authorization (enterprise_id, purpose, granted_by, granted_at, valid_until, consented_at)
                        values (?, '测试用途', ?, now(), ?, now())""").params(enterprise, Ids.next(), until).update();
    }

    private void said(UUID enterprise, String name, String source, String value) {
        said(enterprise, name, source, value, TODAY);
    }

    private void said(UUID enterprise, String name, String source, String value, LocalDate asOf) {
        jdbc.sql("""
                        insert into fact (enterprise_id, name, source, value, as_of) values (?, ?, ?, ?::jsonb, ?)
                        on conflict (enterprise_id, name, source) do update set value = excluded.value""").params(enterprise, name, source, value, asOf).update();
    }

    /** Some facts of it by some sources, of several years, and perhaps an authorization that ends some day. */
    private UUID invented() {
        UUID enterprise = enterprise();
        if (random.nextBoolean()) {
            authorized(enterprise, TODAY.plusDays(random.nextInt(-30, 900)));
        }
        List<FactDefinition> definitions = FactDictionary.inForce().facts();
        List<Object[]> rows = new ArrayList<>();
        for (FactDefinition definition : definitions) {
            for (String source : List.of("REGISTER", "TAX", "SELF", "DEMO")) {
                if (random.nextInt(20) == 0) {
                    rows.add(new Object[] {
                        definition.name(),
                        source,
                        value(definition),
                        TODAY.minusDays(random.nextInt(1500)).toString()
                    });
                }
            }
        }
        jdbc.sql("""
                        insert into fact (enterprise_id, name, source, value, as_of)
                        select ?, * from unnest(?::text[], ?::text[], ?::jsonb[], ?::date[])""")
                .params(enterprise, column(rows, 0), column(rows, 1), column(rows, 2), column(rows, 3))
                .update();
        return enterprise;
    }

    private static String[] column(List<Object[]> rows, int number) {
        return rows.stream().map(row -> (String) row[number]).toArray(String[]::new);
    }

    private String value(FactDefinition definition) {
        Object value = switch (definition.kind()) {
            case NUMBER -> random.nextInt(-100_000, 1_000_000) / 100.0;
            case INTEGER -> random.nextInt(10) == 0 ? random.nextLong() : random.nextInt(3000);
            case BOOLEAN -> random.nextBoolean();
            case DATE -> TODAY.minusDays(random.nextInt(9000)).toString();
            case TEXT, CHOICE -> random.nextInt(10) == 0 ? "长".repeat(random.nextInt(3000)) : "C" + random.nextInt(50);
            case MULTI_CHOICE ->
                IntStream.range(0, random.nextInt(random.nextInt(10) == 0 ? 200 : 4))
                        .mapToObj(i -> "资质“" + i + "”")
                        .toList();
            case YEARS ->
                random.nextInt(10) == 0
                        ? random.nextInt(100)
                        : Arrays.asList(
                                random.nextInt(1000),
                                random.nextBoolean() ? null : random.nextInt(100_000) / 10.0,
                                random.nextInt(1000));
        };
        return Json.MAPPER.writeValueAsString(value);
    }

    private Map<UUID, Map<String, Object>> read(Collection<UUID> enterprises, LocalDate day) {
        Map<UUID, Map<String, Object>> read = new HashMap<>();
        transaction.executeWithoutResult(status -> scan.of(enterprises, day, read::put));
        return read;
    }

    /** In the transaction of who asks. */
    private Map<UUID, Map<String, Object>> readNow(Collection<UUID> enterprises) {
        Map<UUID, Map<String, Object>> read = new HashMap<>();
        scan.of(enterprises, TODAY, read::put);
        return read;
    }

    private Map<UUID, Map<String, Object>> readOfAll(
            Collection<UUID> enterprises, Collection<String> names, LocalDate day) {
        Map<UUID, Map<String, Object>> read = new HashMap<>();
        transaction.executeWithoutResult(status -> scan.ofRange(ALL, names, day, read::put));
        read.keySet().retainAll(Set.copyOf(enterprises));
        return read;
    }

    private static Map<String, Object> values(Map<String, KnownFact> facts) {
        Map<String, Object> values = new HashMap<>();
        facts.forEach((name, fact) -> values.put(name, fact.value()));
        return values;
    }

    private long sheets(Collection<UUID> enterprises) {
        return jdbc.sql("select count(*) from fact_sheet where enterprise_id = any(?) and sheet is not null")
                .param(enterprises.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private void without(Collection<UUID> enterprises) {
        jdbc.sql("update fact_sheet set version = version + 1, sheet = null where enterprise_id = any(?)")
                .param(enterprises.toArray(UUID[]::new))
                .update();
    }
}
