package cn.zhengqi.ops.evaluation;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.ops.OpsAction;
import cn.zhengqi.ops.OpsPermissions;
import cn.zhengqi.promise.BoardFilter;
import cn.zhengqi.promise.PromiseBoard;
import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseSheet;
import cn.zhengqi.promise.PromiseTerms;
import cn.zhengqi.promise.TermChange;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 时限看板: the promised call-backs, as far as supervisors reach, heads of banks and branches those of their own; and their term, which the operator keeps. */
@RestController
@RequestMapping("/api/ops")
@Permission({OpsPermissions.REVIEW_EVALUATIONS, OpsPermissions.SUPERVISE_BANK})
class CallBackController {

    private final PromiseKind kind;
    private final PromiseBoard board;
    private final PromiseTerms terms;
    private final CallBackDesk desk;
    private final Exports exports;

    CallBackController(PromiseKind kind, PromiseBoard board, PromiseTerms terms, CallBackDesk desk, Exports exports) {
        this.kind = kind;
        this.board = board;
        this.terms = terms;
        this.desk = desk;
        this.exports = exports;
    }

    @GetMapping("/promises/summary")
    PromiseBoard.BoardSummary summary(CurrentUser user) {
        return board.summary(kind, EvaluationReach.of(user).board());
    }

    @GetMapping("/promises")
    Page<PromiseBoard.BoardRow> list(
            @Valid BoardFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return board.list(kind, EvaluationReach.of(user).board(), filter, sort, page);
    }

    @GetMapping("/promises/export")
    ResponseEntity<StreamingResponseBody> export(
            @Valid BoardFilter filter, @RequestParam(required = false) @Nullable String sort, CurrentUser user) {
        DataScope scope = EvaluationReach.of(user).board();
        return exports.file(
                OpsAction.PROMISES_EXPORTED,
                PromiseSheet.SHEET,
                filter,
                user,
                board.count(kind, scope, filter),
                receiver -> board.each(kind, scope, filter, sort, receiver));
    }

    /** Those who have to call back are told who asks for it. */
    @PostMapping("/promises/{id}/urge")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void urge(@PathVariable UUID id, CurrentUser user) {
        desk.urge(id, EvaluationReach.of(user).board(), user.name());
    }

    @GetMapping("/promise-terms")
    @Permission(OpsPermissions.KEEP_TERMS)
    List<PromiseTerms.TermRow> terms() {
        return terms.of(kind);
    }

    @PutMapping("/promise-terms/{caseClass}")
    @Permission(OpsPermissions.KEEP_TERMS)
    PromiseTerms.TermRow changeTerm(@PathVariable CallBackClass caseClass, @Valid @RequestBody TermChange change) {
        return desk.change(caseClass, change.term(), change.version());
    }
}
