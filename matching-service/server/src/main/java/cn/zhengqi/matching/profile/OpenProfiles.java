package cn.zhengqi.matching.profile;

import cn.zhengqi.data.DataScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of enterprises without their tax data, one after the other: for figures about many of them. */
@Repository
public class OpenProfiles {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    OpenProfiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param town its name; absent while the register has not told it */
    public record OpenProfile(
            UUID id, String name, @Nullable String town, Map<String, Object> facts) {}

    private record Row(UUID id, String name, @Nullable String townName) {}

    private record FactRow(UUID enterpriseId, KnownFact fact) {}

    /** All within the scope, in the order of their ids. */
    public void each(DataScope scope, Consumer<OpenProfile> receiver) {
        UUID after = new UUID(0, 0);
        List<Row> rows;
        do {
            rows = jdbc.sql("""
                            select id, name, town_name from enterprise
                            where id > :after and (:everything or town_code = any(:towns))
                            order by id limit :limit""")
                    .param("after", after)
                    .param("everything", scope.everything())
                    .param("towns", scope.towns().toArray(String[]::new))
                    .param("limit", AT_ONCE)
                    .query((row, number) ->
                            new Row(row.getObject("id", UUID.class), row.getString("name"), row.getString("town_name")))
                    .list();
            Map<UUID, List<KnownFact>> facts = facts(rows.stream().map(Row::id).toList());
            for (Row row : rows) {
                receiver.accept(new OpenProfile(
                        row.id(), row.name(), row.townName(), counting(facts.getOrDefault(row.id(), List.of()))));
                after = row.id();
            }
        } while (rows.size() == AT_ONCE);
    }

    private Map<UUID, List<KnownFact>> facts(List<UUID> enterprises) {
        Map<UUID, List<KnownFact>> facts = new HashMap<>();
        jdbc.sql("""
                        select enterprise_id, name, source, value, as_of from fact
                        where enterprise_id = any(:ids) and source <> 'TAX'""")
                .param("ids", enterprises.toArray(UUID[]::new))
                .query((row, number) ->
                        new FactRow(row.getObject("enterprise_id", UUID.class), FactStore.fact(row, number)))
                .list()
                .forEach(row -> facts.computeIfAbsent(row.enterpriseId(), none -> new ArrayList<>())
                        .add(row.fact()));
        return facts;
    }

    private static Map<String, Object> counting(List<KnownFact> facts) {
        Map<String, Object> counting = new HashMap<>();
        facts.stream()
                .sorted(Comparator.comparing(fact -> FactStore.PRECEDENCE.indexOf(fact.source())))
                .forEach(fact -> counting.putIfAbsent(fact.name(), fact.value()));
        return counting;
    }
}
