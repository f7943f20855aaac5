package cn.zhengqi.matching.standing;

import cn.zhengqi.matching.library.Library;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each rule its place in the cells of enterprises, for good. */
@Component
class RulePlaces {

    private final Library library;
    private final JdbcClient jdbc;
    private final AtomicReference<@Nullable PlacedBook> latest = new AtomicReference<>();

    RulePlaces(Library library, JdbcClient jdbc) {
        this.library = library;
        this.jdbc = jdbc;
    }

    /** What is published now, placed. */
    PlacedBook current() {
        Library.Shelf shelf = library.shelf();
        PlacedBook known = latest.get();
        if (known == null || !known.is(shelf)) {
            known = new PlacedBook(shelf, places(shelf.ids().values()));
            latest.set(known);
        }
        return known;
    }

    private Map<UUID, Integer> places(Collection<UUID> subjects) {
        jdbc.sql("""
                        insert into standing_rule (subject_id)
                        select subject from unnest(?) subject where not exists (select from standing_rule r where r.subject_id = subject)
                        on conflict do nothing""").param(subjects.toArray(UUID[]::new)).update();
        Map<UUID, Integer> places = new HashMap<>();
        jdbc.sql("select subject_id, place from standing_rule").query(row -> {
            places.put(row.getObject("subject_id", UUID.class), row.getInt("place"));
        });
        return places;
    }
}
