package cn.zhengqi.finance.promise;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.promise.BoardFilter;
import cn.zhengqi.promise.ExtensionDecision;
import cn.zhengqi.promise.PromiseBoard;
import cn.zhengqi.promise.PromiseSheet;
import cn.zhengqi.promise.PromiseTerms;
import cn.zhengqi.promise.TermChange;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import java.util.Arrays;
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

/** 时限看板: the promised answers of banks, as far as supervisors reach; and their terms, which the operator keeps. */
@RestController
@RequestMapping("/api/finance")
@Permission({FinancePermissions.SUPERVISE_ANSWERS, FinancePermissions.OVERSEE_ANSWERS})
class LoanPromiseController {

    private final AnswerKinds kinds;
    private final PromiseBoard board;
    private final PromiseTerms terms;
    private final LoanPromiseDesk desk;
    private final Exports exports;

    LoanPromiseController(
            AnswerKinds kinds, PromiseBoard board, PromiseTerms terms, LoanPromiseDesk desk, Exports exports) {
        this.kinds = kinds;
        this.board = board;
        this.terms = terms;
        this.desk = desk;
        this.exports = exports;
    }

    @GetMapping("/promises/summary")
    PromiseBoard.BoardSummary summary(@RequestParam(defaultValue = "BANK_ANSWER") AnswerKind kind, CurrentUser user) {
        return board.summary(kinds.of(kind), scopeOf(user));
    }

    @GetMapping("/promises")
    Page<PromiseBoard.BoardRow> list(
            @RequestParam(defaultValue = "BANK_ANSWER") AnswerKind kind,
            @Valid BoardFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return board.list(kinds.of(kind), scopeOf(user), filter, sort, page);
    }

    @GetMapping("/promises/export")
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(defaultValue = "BANK_ANSWER") AnswerKind kind,
            @Valid BoardFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            CurrentUser user) {
        return exports.file(
                FinanceAction.PROMISES_EXPORTED,
                PromiseSheet.SHEET,
                filter,
                user,
                board.count(kinds.of(kind), scopeOf(user), filter),
                receiver -> board.each(kinds.of(kind), scopeOf(user), filter, sort, receiver));
    }

    /** Those who work on the case are told who asks for it. */
    @PostMapping("/promises/{id}/urge")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void urge(@PathVariable UUID id, @RequestParam(defaultValue = "BANK_ANSWER") AnswerKind kind, CurrentUser user) {
        desk.urge(kind, id, scopeOf(user), user.name());
    }

    /** By somebody else than who asked for it. */
    @PostMapping("/promises/{id}/decide-extension")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideExtension(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "BANK_ANSWER") AnswerKind kind,
            @Valid @RequestBody ExtensionDecision decision,
            CurrentUser user) {
        desk.decide(kind, id, scopeOf(user), decision, user);
    }

    @GetMapping("/promise-terms")
    @Permission(FinancePermissions.KEEP_TERMS)
    List<PromiseTerms.TermRow> terms() {
        return Arrays.stream(AnswerKind.values())
                .flatMap(kind -> terms.of(kinds.of(kind)).stream())
                .toList();
    }

    @PutMapping("/promise-terms/{caseClass}")
    @Permission(FinancePermissions.KEEP_TERMS)
    PromiseTerms.TermRow changeTerm(@PathVariable AnswerClass caseClass, @Valid @RequestBody TermChange change) {
        return desk.change(caseClass, change.term(), change.version());
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.LOAN_APPLICATION), user.territory(), user.accountId());
    }
}
