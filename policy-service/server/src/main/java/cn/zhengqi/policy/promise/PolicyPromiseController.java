package cn.zhengqi.policy.promise;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.promise.BoardFilter;
import cn.zhengqi.promise.ExtensionDecision;
import cn.zhengqi.promise.PromiseBoard;
import cn.zhengqi.promise.PromiseSheet;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 时限看板: the promised answers of departments to declarations and redemption, as far as supervisors reach. */
@RestController
@RequestMapping("/api/policy/promises")
@Permission({PolicyPermissions.SUPERVISE_ANSWERS, PolicyPermissions.OVERSEE_ANSWERS})
class PolicyPromiseController {

    private final PolicyAnswers answers;
    private final Exports exports;

    PolicyPromiseController(PolicyAnswers answers, Exports exports) {
        this.answers = answers;
        this.exports = exports;
    }

    @GetMapping("/summary")
    PromiseBoard.BoardSummary summary(
            @RequestParam(defaultValue = "DECLARATION_STEP") PolicyAnswer kind, CurrentUser user) {
        return answers.summary(kind, user);
    }

    @GetMapping
    Page<PromiseBoard.BoardRow> list(
            @RequestParam(defaultValue = "DECLARATION_STEP") PolicyAnswer kind,
            @Valid BoardFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return answers.list(kind, filter, sort, page, user);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(defaultValue = "DECLARATION_STEP") PolicyAnswer kind,
            @Valid BoardFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            CurrentUser user) {
        return exports.file(
                PolicyAction.PROMISES_EXPORTED,
                PromiseSheet.SHEET,
                filter,
                user,
                answers.count(kind, filter, user),
                receiver -> answers.each(kind, filter, sort, user, receiver));
    }

    /** Those who work on the case are told who asks for it. */
    @PostMapping("/{id}/urge")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void urge(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "DECLARATION_STEP") PolicyAnswer kind,
            CurrentUser user) {
        answers.urge(kind, id, user);
    }

    /** By somebody else than who asked for it. */
    @PostMapping("/{id}/decide-extension")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideExtension(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "DECLARATION_STEP") PolicyAnswer kind,
            @Valid @RequestBody ExtensionDecision decision,
            CurrentUser user) {
        answers.decide(kind, id, decision, user);
    }
}
