package cn.zhengqi.policy.declaration;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What policy-service keeps of a person, for them to take out; their own, so nothing is covered. */
public record MyData(List<Declared> declarations) {

    /**
     * What the person declared in the name of an enterprise.
     *
     * @param number absent while it is a draft
     * @param answers by the keys of the form
     */
    public record Declared(
            @Nullable String number,
            String enterpriseName,
            String projectTitle,
            String status,
            Map<String, Object> answers,
            @Nullable OffsetDateTime submittedAt) {}
}
