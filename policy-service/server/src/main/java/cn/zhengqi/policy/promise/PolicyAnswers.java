package cn.zhengqi.policy.promise;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.declaration.StepCases;
import cn.zhengqi.promise.BoardFilter;
import cn.zhengqi.promise.ExtensionDecision;
import cn.zhengqi.promise.PromiseBoard;
import cn.zhengqi.promise.PromiseExtensions;
import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseTerms;
import cn.zhengqi.promise.PromisedCase;
import cn.zhengqi.promise.PromisedTerm;
import cn.zhengqi.web.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The promised answers of departments as far as a supervisor reaches, and what they do about them, on record. */
@Service
@Transactional
class PolicyAnswers {

    private final PromiseKind step;
    private final PromiseKind redemption;
    private final PromiseBoard board;
    private final PromiseExtensions extensions;
    private final PromiseTerms terms;
    private final StepCases steps;
    private final AuditTrail audit;

    PolicyAnswers(
            @Qualifier("declarationStep") PromiseKind step,
            @Qualifier("redemption") PromiseKind redemption,
            PromiseBoard board,
            PromiseExtensions extensions,
            PromiseTerms terms,
            StepCases steps,
            AuditTrail audit) {
        this.step = step;
        this.redemption = redemption;
        this.board = board;
        this.extensions = extensions;
        this.terms = terms;
        this.steps = steps;
        this.audit = audit;
    }

    PromiseBoard.BoardSummary summary(PolicyAnswer answer, CurrentUser user) {
        return board.summary(kindOf(answer), scopeOf(answer, user));
    }

    /** Of a declaration its own id, not that of the step. @throws ProblemException VALIDATION_FAILED for an unknown order */
    Page<PromiseBoard.BoardRow> list(
            PolicyAnswer answer, BoardFilter filter, @Nullable String sort, PageRequest page, CurrentUser user) {
        Page<PromiseBoard.BoardRow> found = board.list(kindOf(answer), scopeOf(answer, user), filter, sort, page);
        if (answer == PolicyAnswer.REDEMPTION) {
            return found;
        }
        Map<UUID, UUID> declarations = steps.declarationsOf(
                found.items().stream().map(PromiseBoard.BoardRow::caseId).toList());
        List<PromiseBoard.BoardRow> rows = found.items().stream()
                .map(row -> row.shownWith(declarations.getOrDefault(row.caseId(), row.caseId())))
                .toList();
        return Page.of(rows, found.total(), page);
    }

    long count(PolicyAnswer answer, BoardFilter filter, CurrentUser user) {
        return board.count(kindOf(answer), scopeOf(answer, user), filter);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(
            PolicyAnswer answer,
            BoardFilter filter,
            @Nullable String sort,
            CurrentUser user,
            Consumer<PromiseBoard.BoardRow> row) {
        board.each(kindOf(answer), scopeOf(answer, user), filter, sort, row);
    }

    /** What goes on record of it. */
    private record Urged(String caseNumber, String about) {}

    /** @throws ProblemException what {@link PromiseBoard#urge} says */
    void urge(PolicyAnswer answer, UUID promise, CurrentUser supervisor) {
        PromisedCase urged = board.urge(kindOf(answer), scopeOf(answer, supervisor), promise, supervisor.name());
        audit.changed(
                switch (answer) {
                    case DECLARATION_STEP -> PolicyAction.DECLARATION_URGED;
                    case REDEMPTION -> PolicyAction.REDEMPTION_URGED;
                },
                shown(answer, urged.id()),
                urged.number() + " " + urged.about(),
                null,
                new Urged(urged.number(), urged.about()));
    }

    /** What goes on record of it. */
    private record Extension(
            boolean approved,
            int workingDays,
            String reason,
            @Nullable String words) {}

    /** @throws ProblemException what {@link PromiseExtensions#decide} says */
    void decide(PolicyAnswer answer, UUID promise, ExtensionDecision decision, CurrentUser supervisor) {
        PromiseExtensions.Decided decided = extensions.decide(
                kindOf(answer),
                scopeOf(answer, supervisor),
                promise,
                decision.approved(),
                decision.words(),
                supervisor);
        audit.changed(
                PolicyAction.EXTENSION_DECIDED,
                shown(answer, decided.about().id()),
                decided.about().number() + " " + decided.about().about(),
                null,
                new Extension(decision.approved(), decided.workingDays(), decided.reason(), decision.words()));
    }

    @Transactional(readOnly = true)
    List<PromiseTerms.TermRow> terms() {
        return Stream.of(PolicyAnswer.values())
                .flatMap(answer -> terms.of(kindOf(answer)).stream())
                .toList();
    }

    /** @throws ProblemException VERSION_CONFLICT */
    PromiseTerms.TermRow changeTerm(AnswerClass cases, PromisedTerm term, int version) {
        PromiseKind kind = kindOf(cases.answer());
        PromiseTerms.TermRow before = terms.of(kind, cases.name());
        PromiseTerms.TermRow after = terms.change(kind, cases.name(), term, version);
        audit.changed(
                PolicyAction.ANSWER_TERM_CHANGED,
                UUID.nameUUIDFromBytes((kind.name() + cases.name()).getBytes(StandardCharsets.UTF_8)),
                cases.label(),
                before,
                after);
        return after;
    }

    /** Who looks for a declaration in the record finds it by its own id. */
    private UUID shown(PolicyAnswer answer, UUID promised) {
        return answer == PolicyAnswer.REDEMPTION
                ? promised
                : steps.declarationsOf(List.of(promised)).getOrDefault(promised, promised);
    }

    private PromiseKind kindOf(PolicyAnswer answer) {
        return switch (answer) {
            case DECLARATION_STEP -> step;
            case REDEMPTION -> redemption;
        };
    }

    /** Of redemption a department sees its own, because it is its money: roles say nothing else of it. */
    private static DataScope scopeOf(PolicyAnswer answer, CurrentUser user) {
        return switch (answer) {
            case DECLARATION_STEP ->
                DataScope.of(user.reach(ScopedResource.DECLARATION), user.territory(), user.accountId());
            case REDEMPTION ->
                user.has(PolicyPermissions.OVERSEE_ANSWERS)
                        ? DataScope.all()
                        : DataScope.ofInstitutions(List.copyOf(user.territory().institutions()));
        };
    }
}
