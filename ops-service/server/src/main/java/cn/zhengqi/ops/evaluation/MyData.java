package cn.zhengqi.ops.evaluation;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ops-service keeps of a person, for them to take out: what they said, not what their colleagues did. */
public record MyData(List<Evaluated> evaluations) {

    public MyData {
        evaluations = List.copyOf(evaluations);
    }

    /**
     * What the person said of a finished case, for themselves or in the name of an enterprise.
     *
     * @param enterpriseName absent where the case was the person's own
     * @param grade absent where a colleague said so first; so its tags, words and time
     * @param againGrade absent unless the person evaluated it once more; so its words and time
     */
    public record Evaluated(
            String caseNumber,
            String caseTitle,
            @Nullable String enterpriseName,
            @Nullable String grade,
            List<String> tags,
            @Nullable String words,
            @Nullable OffsetDateTime evaluatedAt,
            @Nullable String againGrade,
            @Nullable String againWords,
            @Nullable OffsetDateTime againAt) {

        public Evaluated {
            tags = List.copyOf(tags);
        }
    }
}
