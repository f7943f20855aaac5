package cn.zhengqi.policy.declaration;

import cn.zhengqi.matching.api.facts.FactSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which answers came from the enterprise's profile, by key: who reads them sees whence. */
record Prefilled(Map<String, Origin> fields) {

    static final Prefilled NONE = new Prefilled(Map.of());

    Prefilled {
        fields = Objects.requireNonNullElse(fields, Map.of());
    }

    /** As it may stand beside what was filled in: who took an answer away, or gave another, says nothing of what the profile has. */
    Prefilled beside(Answers answers) {
        Map<String, Origin> kept = new LinkedHashMap<>();
        fields.forEach((key, origin) -> {
            Object answer = answers.get(key);
            if (answer != null) {
                kept.put(key, Answers.same(answer, origin.value()) ? origin : origin.ofAnotherAnswer());
            }
        });
        return new Prefilled(kept);
    }

    /**
     * @param value as it was taken over, while it is the answer; absent where another was given
     * @param label of the fact
     * @param asOf the day for which the source says it
     */
    record Origin(
            @Nullable Object value,
            String label,
            @Nullable FactSource source,
            @Nullable LocalDate asOf) {

        Origin ofAnotherAnswer() {
            return new Origin(null, label, source, asOf);
        }
    }
}
