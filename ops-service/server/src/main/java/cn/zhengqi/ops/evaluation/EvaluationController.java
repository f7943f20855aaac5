package cn.zhengqi.ops.evaluation;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.ops.OpsAction;
import cn.zhengqi.ops.OpsPermissions;
import cn.zhengqi.ops.api.CallBackAnswer;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 好差评 for those who handled the cases, as far as they reach, and for who looks after all of them. */
@RestController
@RequestMapping("/api/ops/evaluations")
@Permission({OpsPermissions.ANSWER_EVALUATIONS, OpsPermissions.REVIEW_EVALUATIONS, OpsPermissions.PUBLISH_EVALUATIONS})
class EvaluationController {

    private final Evaluations evaluations;
    private final EvaluationDesk desk;
    private final Exports exports;

    EvaluationController(Evaluations evaluations, EvaluationDesk desk, Exports exports) {
        this.evaluations = evaluations;
        this.desk = desk;
        this.exports = exports;
    }

    @GetMapping
    Page<EvaluationView> list(
            @Valid EvaluationFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        EvaluationReach reach = EvaluationReach.of(user);
        return evaluations.list(EvaluationQuery.of(reach, filter, sort), reach, page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(
            @Valid EvaluationFilter filter, @RequestParam(required = false) @Nullable String sort, CurrentUser user) {
        EvaluationReach reach = EvaluationReach.of(user);
        EvaluationQuery query = EvaluationQuery.of(reach, filter, sort);
        return exports.file(
                OpsAction.EVALUATIONS_EXPORTED,
                EvaluationSheet.SHEET,
                filter,
                user,
                evaluations.count(query),
                receiver -> evaluations.each(query, reach, receiver));
    }

    @GetMapping("/figures")
    EvaluationFigures figures(@Valid EvaluationFilter filter, CurrentUser user) {
        return evaluations.figures(EvaluationQuery.of(EvaluationReach.of(user), filter, null));
    }

    @GetMapping("/{id}")
    EvaluationDetail detail(@PathVariable UUID id, CurrentUser user) {
        return evaluations.detail(id, EvaluationReach.of(user), user.accountId());
    }

    /** 回访: that the enterprise was called, and what it said. */
    @PostMapping("/{id}/call")
    @Idempotent
    @Permission(OpsPermissions.ANSWER_EVALUATIONS)
    EvaluationDetail call(@PathVariable UUID id, @Valid @RequestBody RecordCall request, CurrentUser user) {
        return desk.called(
                id, request.version(), request.reached(), request.words().strip(), user);
    }

    /** 整改 or 说明, for somebody else to look at. */
    @PostMapping("/{id}/answer")
    @Idempotent
    @Permission(OpsPermissions.ANSWER_EVALUATIONS)
    EvaluationDetail answer(@PathVariable UUID id, @Valid @RequestBody AnswerEvaluation request, CurrentUser user) {
        return desk.answered(
                id, request.version(), request.answer(), request.words().strip(), user);
    }

    @PostMapping("/{id}/pass")
    @Idempotent
    @Permission(OpsPermissions.REVIEW_EVALUATIONS)
    EvaluationDetail pass(@PathVariable UUID id, @Valid @RequestBody DecideEvaluation request, CurrentUser user) {
        return desk.passed(id, request.version(), stripped(request.words()), user);
    }

    @PostMapping("/{id}/send-back")
    @Idempotent
    @Permission(OpsPermissions.REVIEW_EVALUATIONS)
    EvaluationDetail sendBack(@PathVariable UUID id, @Valid @RequestBody SendAnswerBack request, CurrentUser user) {
        return desk.sentBack(id, request.version(), request.words(), user);
    }

    @PostMapping("/{id}/publish")
    @Idempotent
    @Permission(OpsPermissions.PUBLISH_EVALUATIONS)
    EvaluationDetail publish(@PathVariable UUID id, @Valid @RequestBody PublishEvaluation request, CurrentUser user) {
        return desk.published(
                id,
                request.version(),
                Objects.requireNonNullElse(request.cover(), Set.of()),
                stripped(request.words()),
                user);
    }

    @PostMapping("/{id}/withhold")
    @Idempotent
    @Permission(OpsPermissions.PUBLISH_EVALUATIONS)
    EvaluationDetail withhold(@PathVariable UUID id, @Valid @RequestBody DecideEvaluation request, CurrentUser user) {
        return desk.withheld(id, request.version(), stripped(request.words()), user);
    }

    private static @Nullable String stripped(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    /** @param reached whether somebody of the enterprise was spoken with */
    record RecordCall(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "请选择是否接通") Boolean reached,

            @NotBlank(message = "请填写回访情况") @Size(max = 1000, message = "回访情况不超过 1000 字")
            String words) {}

    /** @param words as the enterprise and, where it is published, everybody reads them */
    record AnswerEvaluation(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "请选择处理方式") CallBackAnswer answer,

            @NotBlank(message = "请填写处理结果") @Size(max = 1000, message = "处理结果不超过 1000 字")
            String words) {}

    /**
     * @param cover names and other words of the evaluation or its answers that nobody is to read, besides the enterprise's full name and numbers of persons
     * @param words why, for colleagues
     */
    record PublishEvaluation(
            @NotNull(message = "缺少版本号") Integer version,

            @Size(max = 20, message = "最多遮盖 20 处文字") @Nullable
            Set<@NotBlank(message = "请填写要遮盖的文字") @Size(min = 2, max = 50, message = "要遮盖的文字应为 2 至 50 字") String> cover,

            @Size(max = 500, message = "说明不超过 500 字") @Nullable
            String words) {}

    /** @param words why, for colleagues */
    record DecideEvaluation(
            @NotNull(message = "缺少版本号") Integer version,

            @Size(max = 500, message = "说明不超过 500 字") @Nullable
            String words) {}

    /** @param words what is missing */
    record SendAnswerBack(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写退回的原因") @Explanation(of = "退回的原因")
            String words) {}
}
