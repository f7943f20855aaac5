package cn.zhengqi.code.claim;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.promise.BoardFilter;
import cn.zhengqi.promise.ExtensionDecision;
import cn.zhengqi.promise.ExtensionWish;
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

/** 时限看板: the promised reviews of claims, as far as supervisors reach; and their terms, which the operator keeps. */
@RestController
@RequestMapping("/api/code")
@Permission(CodePermissions.SUPERVISE_REVIEWS)
class ClaimPromiseController {

    private final PromiseKind kind;
    private final PromiseBoard board;
    private final PromiseTerms terms;
    private final ClaimPromiseDesk desk;
    private final Exports exports;

    ClaimPromiseController(
            PromiseKind kind, PromiseBoard board, PromiseTerms terms, ClaimPromiseDesk desk, Exports exports) {
        this.kind = kind;
        this.board = board;
        this.terms = terms;
        this.desk = desk;
        this.exports = exports;
    }

    @GetMapping("/promises/summary")
    PromiseBoard.BoardSummary summary(CurrentUser user) {
        return board.summary(kind, scopeOf(user));
    }

    @GetMapping("/promises")
    Page<PromiseBoard.BoardRow> list(
            @Valid BoardFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return board.list(kind, scopeOf(user), filter, sort, page);
    }

    @GetMapping("/promises/export")
    ResponseEntity<StreamingResponseBody> export(
            @Valid BoardFilter filter, @RequestParam(required = false) @Nullable String sort, CurrentUser user) {
        return exports.file(
                CodeAction.PROMISES_EXPORTED,
                PromiseSheet.SHEET,
                filter,
                user,
                board.count(kind, scopeOf(user), filter),
                receiver -> board.each(kind, scopeOf(user), filter, sort, receiver));
    }

    /** Those who work on the case are told who asks for it. */
    @PostMapping("/promises/{id}/urge")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void urge(@PathVariable UUID id, CurrentUser user) {
        desk.urge(id, scopeOf(user), user.name());
    }

    /** More time for a review, which somebody else has to approve. */
    @PostMapping("/claims/{id}/ask-extension")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permission(CodePermissions.REVIEW_CLAIMS)
    void askExtension(@PathVariable UUID id, @Valid @RequestBody ExtensionWish wish, CurrentUser user) {
        desk.askExtension(id, scopeOf(user), wish, user);
    }

    /** By somebody else than who asked for it. */
    @PostMapping("/promises/{id}/decide-extension")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideExtension(@PathVariable UUID id, @Valid @RequestBody ExtensionDecision decision, CurrentUser user) {
        desk.decide(id, scopeOf(user), decision, user);
    }

    @GetMapping("/promise-terms")
    @Permission(CodePermissions.KEEP_TERMS)
    List<PromiseTerms.TermRow> terms() {
        return terms.of(kind);
    }

    @PutMapping("/promise-terms/{caseClass}")
    @Permission(CodePermissions.KEEP_TERMS)
    PromiseTerms.TermRow changeTerm(@PathVariable ClaimKind caseClass, @Valid @RequestBody TermChange change) {
        return desk.change(caseClass, change.term(), change.version());
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.CLAIM), user.territory(), user.accountId());
    }
}
