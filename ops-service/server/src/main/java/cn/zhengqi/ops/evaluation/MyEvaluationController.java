package cn.zhengqi.ops.evaluation;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.ops.OpsPermissions;
import cn.zhengqi.ops.api.Grade;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 我的评价: what an enterprise can evaluate, and what it said; what is the person's alone, as a claim that was rejected, whoever is signed in. */
@RestController
@RequestMapping("/api/ops/my")
@Permission({OpsPermissions.EVALUATE, Permission.SIGNED_IN})
class MyEvaluationController {

    private final Evaluations evaluations;
    private final EvaluationDesk desk;
    private final EvaluationTags tags;
    private final OneEffect once;

    MyEvaluationController(Evaluations evaluations, EvaluationDesk desk, EvaluationTags tags, OneEffect once) {
        this.evaluations = evaluations;
        this.desk = desk;
        this.tags = tags;
        this.once = once;
    }

    /** @param evaluated what it said; otherwise what it can still evaluate, or evaluate once more */
    @GetMapping("/evaluations")
    Page<MyCase> list(@RequestParam(defaultValue = "false") boolean evaluated, PageRequest page, CurrentUser user) {
        Evaluator by = Evaluator.of(user);
        return evaluated ? evaluations.evaluated(by, page) : evaluations.waiting(by, page);
    }

    @GetMapping("/finished-cases/{id}")
    MyCase finishedCase(@PathVariable UUID id, CurrentUser user) {
        return evaluations.mine(id, Evaluator.of(user));
    }

    @PostMapping("/finished-cases/{id}/evaluate")
    @Idempotent(required = true, asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    MyCase evaluate(@PathVariable UUID id, @Valid @RequestBody GiveEvaluation request, CurrentUser user) {
        Opinion opinion = request.toOpinion(tags.of(request.grade(), request.tags()));
        return once.of(() -> desk.evaluate(id, Evaluator.of(user), opinion));
    }

    /** The second evaluation, once what was done about the first was found good. */
    @PostMapping("/evaluations/{id}/again")
    @Idempotent(required = true)
    MyCase again(@PathVariable UUID id, @Valid @RequestBody GiveAgain request, CurrentUser user) {
        return desk.again(id, request.version(), Evaluator.of(user), request.grade(), stripped(request.words()));
    }

    private static @Nullable String stripped(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    /**
     * @param tags names that the dictionary has for such a grade
     * @param anonymous whether those who handled the case do not see whose it is; null: only where they may not know
     */
    record GiveEvaluation(
            @NotNull(message = "请选择满意程度") Grade grade,

            @NotNull(message = "请选择评价标签") @Size(max = 10, message = "评价标签不超过 10 个")
            List<@NotNull(message = "请选择列出的评价标签") @Size(max = 50, message = "请选择列出的评价标签") String> tags,

            @Size(max = 500, message = "评价内容不超过 500 字") @Nullable
            String words,

            @Nullable Boolean anonymous,
            @NotNull(message = "缺少评价来源") Channel channel) {

        private Opinion toOpinion(List<String> known) {
            String said = stripped(words);
            // Who calls back has to know what about.
            if (!grade.isSatisfied() && known.isEmpty() && said == null) {
                throw ProblemException.validation("words", "REQUIRED", "不满意的，请至少选择一个标签或写明原因");
            }
            return new Opinion(grade, known, said, anonymous, channel);
        }
    }

    /** @param version of the evaluation that the decision was made by */
    record GiveAgain(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "请选择满意程度") Grade grade,

            @Size(max = 500, message = "评价内容不超过 500 字") @Nullable
            String words) {}
}
