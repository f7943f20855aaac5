package cn.zhengqi.policy.declaration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files by the key of the material that they are. */
record Papers(Map<String, List<UUID>> files) {

    static final Papers NONE = new Papers(Map.of());

    Papers {
        files = Objects.requireNonNullElse(files, Map.of());
    }

    static Papers of(@Nullable Map<String, List<UUID>> sent) {
        Map<String, List<UUID>> some = new LinkedHashMap<>();
        if (sent != null) {
            sent.forEach((key, ids) -> {
                if (ids != null && !ids.isEmpty()) {
                    some.put(
                            key,
                            ids.stream().filter(Objects::nonNull).distinct().toList());
                }
            });
        }
        return new Papers(some);
    }

    List<UUID> of(String key) {
        return files.getOrDefault(key, List.of());
    }

    Stream<UUID> all() {
        return files.values().stream().flatMap(List::stream);
    }

    Papers only(Predicate<String> wanted) {
        Map<String, List<UUID>> some = new LinkedHashMap<>(files);
        some.keySet().removeIf(wanted.negate());
        return new Papers(some);
    }
}
