package cn.zhengqi.user.reference;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.InstitutionType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Towns, industries, parks and institutions. A few thousand rows that seldom change, so each copy of the service keeps them in memory
 * and looks every two seconds whether another one has changed them. What is retired keeps its name and is in no list to choose from.
 */
@Component
public class ReferenceData implements InitializingBean {

    private final ReferenceLoader loader;
    private final ReferenceMapper mapper;
    private volatile Snapshot snapshot = new Snapshot(0, Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

    ReferenceData(ReferenceLoader loader, ReferenceMapper mapper) {
        this.loader = loader;
        this.mapper = mapper;
    }

    private record Snapshot(
            long revision,
            Map<String, Town> towns,
            Map<String, Industry> industries,
            Map<String, Park> parks,
            Map<UUID, Institution> institutions,
            Set<String> retired) {

        boolean active(ReferenceKind kind, String code) {
            return !retired.contains(kind + ":" + code);
        }
    }

    @Override
    public void afterPropertiesSet() {
        loader.load();
        refresh();
    }

    /** Takes over what has changed. Outside a transaction that changes it: what is rolled back must not be seen. */
    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
    public synchronized void refresh() {
        // Read first: a change in between only means that the next look takes it over again.
        long revision = mapper.revision();
        if (revision != snapshot.revision()) {
            snapshot = new Snapshot(
                    revision,
                    byKey(mapper.towns(), Town::code),
                    byKey(mapper.industries(), Industry::code),
                    byKey(mapper.parks(), Park::code),
                    byKey(mapper.institutions(), Institution::id),
                    mapper.retired());
        }
    }

    /** The code itself where it is unknown: a list must not break over a name. */
    public String townName(String code) {
        Town town = snapshot.towns().get(code);
        return town == null ? code : town.name();
    }

    public String industryName(String code) {
        Industry industry = snapshot.industries().get(code);
        return industry == null ? code : industry.name();
    }

    public String parkName(String code) {
        Park park = snapshot.parks().get(code);
        return park == null ? code : park.name();
    }

    public boolean hasTown(String code) {
        return snapshot.towns().containsKey(code);
    }

    /** Whether there is such a park that can be chosen. */
    public boolean hasPark(String code) {
        Snapshot now = snapshot;
        return now.parks().containsKey(code) && now.active(ReferenceKind.PARK, code);
    }

    List<Park> parks() {
        Snapshot now = snapshot;
        return now.parks().values().stream()
                .filter(park -> now.active(ReferenceKind.PARK, park.code()))
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }

    List<DictionaryItem> dictionary(String category) {
        return mapper.dictionary(category);
    }

    public Optional<Institution> institution(UUID id) {
        return Optional.ofNullable(snapshot.institutions().get(id));
    }

    /** @throws ProblemException NOT_FOUND where there is no such institution */
    public InstitutionType typeOf(UUID institution) {
        return institution(institution).map(Institution::type).orElseThrow(() -> ProblemException.notFound("机构不存在"));
    }

    /** Whether people can be taken in there. */
    public boolean isOpen(Institution institution) {
        return !snapshot.retired().contains("INSTITUTION:" + institution.id());
    }

    public Optional<Institution> institution(String code) {
        return snapshot.institutions().values().stream()
                .filter(institution -> institution.code().equals(code))
                .findFirst();
    }

    List<Town> towns() {
        Snapshot now = snapshot;
        return now.towns().values().stream()
                .filter(town -> now.active(ReferenceKind.TOWN, town.code()))
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }

    /** @param parent code whose parts are wanted; null: the sections */
    List<Industry> industries(@Nullable String parent) {
        Snapshot now = snapshot;
        return now.industries().values().stream()
                .filter(industry -> now.active(ReferenceKind.INDUSTRY, industry.code()))
                .filter(industry -> parent == null || parent.isBlank()
                        ? industry.parentCode() == null
                        : parent.equals(industry.parentCode()))
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }

    /** Those that are open. */
    public List<Institution> institutions(@Nullable InstitutionType type) {
        Snapshot now = snapshot;
        return now.institutions().values().stream()
                .filter(institution -> !now.retired().contains("INSTITUTION:" + institution.id()))
                .filter(institution -> type == null || institution.type() == type)
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }

    private static <K, V> Map<K, V> byKey(List<V> rows, Function<V, K> key) {
        return rows.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
