package cn.zhengqi.policy.draft;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.policy.draft.GoldenCases.GoldenCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much may be written of a policy. The texts have their lengths; the tree and the cases, which have none, get one here. So whatever the form allows is
 * taken by the routes, and by matching-service, which is asked with it.
 */
final class DraftSize {

    /** The texts of {@link DraftContent}, some 40,000 letters, with what stands around them. */
    private static final int MOST_KILOBYTES_OF_TEXTS = 192;

    /** The text that it is written from, some 40,000 letters, and what was proposed for it. */
    private static final int MOST_KILOBYTES_OF_READING = 288;

    static final int MOST_KILOBYTES = Trial.MOST_KILOBYTES + MOST_KILOBYTES_OF_TEXTS + MOST_KILOBYTES_OF_READING;

    private DraftSize() {}

    /**
     * @param field in which the tree came
     * @throws ProblemException VALIDATION_FAILED for what is too large
     */
    static void require(String field, @Nullable Map<String, Object> criteria, @Nullable List<GoldenCase> cases) {
        List<FieldProblem> errors = new ArrayList<>();
        if (criteria != null && kilobytes(criteria) > Trial.MOST_KILOBYTES_OF_CRITERIA) {
            errors.add(
                    tooLarge(field, "申报条件的文字过多，合计不超过 " + Trial.MOST_KILOBYTES_OF_CRITERIA + " KB（约 8 万字），请精简或拆成几项政策"));
        }
        if (kilobytes(Objects.requireNonNullElse(cases, List.of())) > Trial.MOST_KILOBYTES_OF_PROFILES) {
            errors.add(tooLarge("cases", "核验案例的数据过多，合计不超过 " + Trial.MOST_KILOBYTES_OF_PROFILES + " KB，请减少案例"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.validation(errors);
        }
    }

    /** @throws ProblemException VALIDATION_FAILED for one that is too large, or that names what is not in its text */
    static void require(@Nullable DraftReading reading) {
        if (reading == null) {
            return;
        }
        if (kilobytes(reading) > MOST_KILOBYTES_OF_READING) {
            throw ProblemException.validation("reading", "TOO_LARGE", "原文和建议过多，请只保留写明条件的部分后重新标出条件");
        }
        reading.requireWithinText();
    }

    private static FieldProblem tooLarge(String field, String message) {
        return new FieldProblem(field, "TOO_LARGE", message);
    }

    private static double kilobytes(Object value) {
        return Json.MAPPER.writeValueAsBytes(value).length / 1024.0;
    }
}
