package cn.zhengqi.policy.declaration;

import cn.zhengqi.matching.api.facts.FactSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which answers came from the enterprise's profile, by key: who reads them sees whence. */
record Prefilled(Map<String, Origin> fields) {

    static final Prefilled NONE = new Prefilled(Map.of());

    Prefilled {
        fields = Objects.requireNonNullElse(fields, Map.of());
    }

    /**
     * @param value as it was taken over; the answer may be another by now
     * @param label of the fact
     * @param asOf the day for which the source says it
     */
    record Origin(
            Object value,
            String label,
            @Nullable FactSource source,
            @Nullable LocalDate asOf) {}
}
