package cn.zhengqi.user.reference;

import cn.zhengqi.user.api.InstitutionType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Towns, industries and institutions. A few thousand rows that change with a release, so they are kept in memory. */
@Component
public class ReferenceData implements InitializingBean {

    private final ReferenceLoader loader;
    private final ReferenceMapper mapper;
    private Map<String, Town> towns = Map.of();
    private Map<String, Industry> industries = Map.of();
    private Map<UUID, Institution> institutions = Map.of();

    ReferenceData(ReferenceLoader loader, ReferenceMapper mapper) {
        this.loader = loader;
        this.mapper = mapper;
    }

    @Override
    public void afterPropertiesSet() {
        loader.load();
        towns = byKey(mapper.towns(), Town::code);
        industries = byKey(mapper.industries(), Industry::code);
        institutions = byKey(mapper.institutions(), Institution::id);
    }

    /** The code itself where it is unknown: a list must not break over a name. */
    public String townName(String code) {
        Town town = towns.get(code);
        return town == null ? code : town.name();
    }

    public String industryName(String code) {
        Industry industry = industries.get(code);
        return industry == null ? code : industry.name();
    }

    public Optional<Institution> institution(UUID id) {
        return Optional.ofNullable(institutions.get(id));
    }

    public Optional<Institution> institution(String code) {
        return institutions.values().stream()
                .filter(institution -> institution.code().equals(code))
                .findFirst();
    }

    List<Town> towns() {
        return towns.values().stream()
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }

    /** @param parent code whose parts are wanted; null: the sections */
    List<Industry> industries(@Nullable String parent) {
        return industries.values().stream()
                .filter(industry -> parent == null || parent.isBlank()
                        ? industry.parentCode() == null
                        : parent.equals(industry.parentCode()))
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }

    List<Institution> institutions(@Nullable InstitutionType type) {
        return institutions.values().stream()
                .filter(institution -> type == null || institution.type() == type)
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }

    private static <K, V> Map<K, V> byKey(List<V> rows, Function<V, K> key) {
        return rows.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
