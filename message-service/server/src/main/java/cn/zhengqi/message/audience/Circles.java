package cn.zhengqi.message.audience;

import cn.zhengqi.kernel.LikePattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the copies whom conditions mean, and which enterprises there are to choose from. */
@Component
public class Circles {

    private static final int MOST_FOUND = 20;

    private final JdbcClient jdbc;

    Circles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An enterprise of the register. */
    public record Named(UUID id, String name, String uscc) {}

    /** Of people, none twice. */
    public long count(Meant meant) {
        Conditions.Query query = meant.query();
        return jdbc.sql("select count(*) from (" + query.sql() + ") people")
                .params(query.parameters())
                .query(Long.class)
                .single();
    }

    /** Some of them, in no order. */
    public List<UUID> some(Meant meant, int most) {
        Conditions.Query query = meant.query();
        return jdbc.sql("select account_id from (" + query.sql() + ") people limit " + most)
                .params(query.parameters())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * Those with these words in name or number, the shortest name first; none without words.
     *
     * @param towns null: of all towns
     */
    public List<Named> enterprises(@Nullable String words, @Nullable Collection<String> towns) {
        String pattern = LikePattern.containing(words);
        if (pattern == null) {
            return List.of();
        }
        List<Object> parameters = new ArrayList<>(List.of(pattern, words == null ? "" : words.strip()));
        if (towns != null) {
            parameters.add(towns.toArray(String[]::new));
        }
        return named(
                "where (name ilike ? or uscc = upper(?))" + (towns == null ? "" : " and town_code = any(?)")
                        + " order by length(name), name limit " + MOST_FOUND,
                parameters);
    }

    /** Of these, those that are known, by name. */
    public List<Named> enterprises(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : named("where id = any(?) order by name", List.of((Object) ids.toArray(UUID[]::new)));
    }

    private List<Named> named(String where, List<Object> parameters) {
        return jdbc.sql("select id, name, uscc from enterprise " + where)
                .params(parameters)
                .query((row, number) ->
                        new Named(row.getObject("id", UUID.class), row.getString("name"), row.getString("uscc")))
                .list();
    }
}
