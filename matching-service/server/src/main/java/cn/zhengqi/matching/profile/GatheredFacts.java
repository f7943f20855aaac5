package cn.zhengqi.matching.profile;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What several sources say of one enterprise, row by row in any order: what counts stays ({@link FactStore}). */
final class GatheredFacts {

    private final LocalDate today;
    private final Map<String, Object> values = new HashMap<>();
    private final Set<String> ofTax = new HashSet<>();
    private final Map<String, FactSource> sources = new HashMap<>();

    /** @param today the day on which it is read */
    GatheredFacts(LocalDate today) {
        this.today = today;
    }

    Map<String, Object> values() {
        return values;
    }

    /** Names of those that the tax authority tells. */
    Set<String> ofTax() {
        return ofTax;
    }

    /** Takes a row with fact, source, value and as_of; one without a fact says nothing. */
    void take(ResultSet row) throws SQLException {
        String name = row.getString("fact");
        if (name == null) {
            return;
        }
        FactDefinition definition = FactDictionary.inForce().find(name);
        if (definition == null) {
            // Defined a moment ago by another copy: no rule that is compiled here asks for it yet.
            return;
        }
        take(FactStore.fact(row, name), definition);
    }

    void take(KnownFact fact, FactDefinition definition) {
        KnownFact told = fact.on(today, definition).orElse(null);
        FactSource known = sources.get(fact.name());
        if (told != null && (known == null || FactStore.counts(told.source(), known))) {
            sources.put(fact.name(), told.source());
            values.put(fact.name(), told.value());
            if (told.source() == FactSource.TAX) {
                ofTax.add(fact.name());
            } else {
                ofTax.remove(fact.name());
            }
        }
    }
}
