package cn.zhengqi.matching.profile;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one fact.
 *
 * @param value number, boolean, text, ISO day, or list
 * @param asOf the day for which the source says it; figures by year begin with the last full calendar year before it
 */
record KnownFact(String name, FactSource source, Object value, LocalDate asOf) {

    /**
     * The same as it is read on another day: after New Year the newest figure is that of the year before last, and that of the last year is not known.
     *
     * @return empty where nothing of it is left
     */
    Optional<KnownFact> on(LocalDate day, FactDefinition fact) {
        int later = day.getYear() - asOf.getYear();
        if (fact.kind() != FactKind.YEARS || later == 0) {
            return Optional.of(this);
        }
        List<?> told = value instanceof List<?> figures ? figures : List.of(value);
        int years = fact.years() == null ? 1 : fact.years();
        List<@Nullable Object> moved = new ArrayList<>();
        for (int year = 0; year < Math.min(years, told.size() + later); year++) {
            moved.add(year < later ? null : told.get(year - later));
        }
        return moved.stream().anyMatch(Objects::nonNull)
                ? Optional.of(new KnownFact(name, source, moved, asOf))
                : Optional.empty();
    }
}
