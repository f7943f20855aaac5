package cn.zhengqi.ops.evaluation;

import cn.zhengqi.ops.api.CaseKind;
import cn.zhengqi.ops.api.Grade;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What a list of evaluations is narrowed by.
 *
 * @param q part of number, title, enterprise or words; of an anonymous one only what its reader sees, so no phone and no name in its words
 * @param from first day of evaluation
 * @param to last day of evaluation
 */
public record EvaluationFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable CaseKind caseKind,
        @Nullable Grade grade,
        @Nullable UUID institutionId,
        @Nullable EvaluationState state,
        @Nullable Publication publication,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to) {

    static final EvaluationFilter ALL = new EvaluationFilter(null, null, null, null, null, null, null, null);
}
