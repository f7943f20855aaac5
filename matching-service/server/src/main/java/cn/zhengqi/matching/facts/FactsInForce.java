package cn.zhengqi.matching.facts;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The dictionary of facts that people edited last, put in force in this process. Each copy of the service looks before it compiles, when one of its own people changed
 * something, and every second besides.
 */
@Component
public class FactsInForce {

    private static final int MOST_PAST = 8;
    private static final Logger LOG = LoggerFactory.getLogger(FactsInForce.class);

    private final JdbcClient jdbc;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    /** By the editions of which they consist. */
    private final Cache<List<String>, FactDictionary> past =
            Caffeine.newBuilder().maximumSize(MOST_PAST).build();

    FactsInForce(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A dictionary with the state of the library by which it came into force. */
    public record Known(long revision, FactDictionary dictionary) {}

    /** What is in force now; not to be asked in a transaction that changed it. */
    public Known current() {
        long revision =
                jdbc.sql("select facts from library_revision").query(Long.class).single();
        Known present = known.get();
        // A replica may lag behind what is known here.
        if (present != null && present.revision() >= revision) {
            return present;
        }
        // Read after the number: what changes in between is read again the next time.
        Known read = new Known(
                revision,
                dictionary(jdbc.sql("select definition from fact_definition order by place")
                        .query((row, number) -> row.getString(1))
                        .list()));
        known.set(read);
        FactDictionary.enforce(read.dictionary());
        return read;
    }

    /** As it was at the end of a day: of each fact the edition that held by then, of one that was defined later its first. */
    public FactDictionary on(LocalDate day) {
        FactDictionary now = current().dictionary();
        boolean[] same = {true};
        List<String> then = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        jdbc.sql("""
                        select f.name || '@' || e.edition as edition, e.definition, e.edition = f.edition as newest from (
                          select distinct on (name) name, edition, definition from fact_definition_edition
                          order by name, changed_at < :end desc, case when changed_at < :end then edition end desc, edition) e
                        join fact_definition f on f.name = e.name order by f.place""").param("end", BusinessTime.at(BusinessTime.endOf(day))).query(row -> {
            then.add(row.getString("edition"));
            definitions.add(row.getString("definition"));
            same[0] &= row.getBoolean("newest");
        });
        return same[0] ? now : past.get(then, editions -> dictionary(definitions));
    }

    /** What ships is what most platforms work by: it is one object then. */
    private static FactDictionary dictionary(List<String> definitions) {
        List<FactDefinition> facts = definitions.stream()
                .map(definition -> Json.MAPPER.readValue(definition, FactDefinition.class))
                .toList();
        FactDictionary shipped = FactDictionary.standard();
        return facts.equals(shipped.facts()) ? shipped : new FactDictionary(facts);
    }

    @TransactionalEventListener
    void changed(FactsChanged change) {
        current();
    }

    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        try {
            current();
        } catch (DataAccessException later) {
            LOG.debug("The dictionary is read again in a moment", later);
        }
    }
}
