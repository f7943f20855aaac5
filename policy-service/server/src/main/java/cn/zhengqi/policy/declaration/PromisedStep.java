package cn.zhengqi.policy.declaration;

import cn.zhengqi.policy.api.DeclarationFact;
import cn.zhengqi.policy.api.DeclarationPassed;
import cn.zhengqi.policy.api.DeclarationPromiseCalled;
import cn.zhengqi.policy.api.DeclarationPromiseExtended;
import cn.zhengqi.policy.api.DeclarationSubmitted;
import cn.zhengqi.policy.project.ProjectForm;
import cn.zhengqi.policy.project.Step;
import cn.zhengqi.promise.ExtensionWish;
import cn.zhengqi.promise.PromiseExtensions;
import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.promise.PromisedCase;
import cn.zhengqi.promise.PromisedTerm;
import cn.zhengqi.promise.Promises;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Each step has its own promise, of as many days as the project says: given when the step begins, standing still while the enterprise supplements, kept when it is
 * done.
 */
@Component
class PromisedStep {

    /** In the tables, and in the mapper of declarations. */
    static final String KIND = "DECLARATION_STEP";

    private static final String CLASS = "STEP";

    /** Working days within which a notice that is over is followed by a decision. */
    private static final int AFTER_NOTICE = 3;

    private final Promises promises;
    private final PromiseExtensions extensions;
    private final PromiseKind kind;

    PromisedStep(Promises promises, PromiseExtensions extensions, @Qualifier("declarationStep") PromiseKind kind) {
        this.promises = promises;
        this.extensions = extensions;
        this.kind = kind;
    }

    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        PromiseKind declarationStep(DeclarationMapper declarations) {
            return new PromiseKind(
                    KIND,
                    call -> {
                        // By its number: when the promise of a step is over, the declaration may be in the next one.
                        UUID declaration = declarations.numbered(call.caseNumber());
                        return declaration == null ? null : new DeclarationPromiseCalled(call, declaration);
                    },
                    (step, extended) -> declarations.inSteps(List.of(step)).stream()
                            .findFirst()
                            .map(it -> new DeclarationPromiseExtended(it.parties(), extended))
                            .orElse(null));
        }
    }

    void follow(Transition moved, ProjectForm form, Instant at) {
        Declaration it = moved.declaration();
        switch (moved.event().kind()) {
            case SUBMITTED -> begin(it, form, at);
            case TAKEN_ON ->
                promises.handledBy(kind, moved.stepCase(), moved.event().actorId());
            case HANDED_OVER -> promises.handledBy(kind, moved.stepCase(), it.handlerId());
            case SENT_BACK -> promises.pause(kind, moved.stepCase(), at);
            case SUPPLEMENTED -> promises.resume(kind, moved.stepCase(), at);
            case PASSED -> {
                promises.answered(kind, moved.stepCase(), at);
                begin(it, form, at);
            }
            case APPROVED, REJECTED -> promises.answered(kind, moved.stepCase(), at);
            case WITHDRAWN -> promises.drop(kind, moved.stepCase(), at);
        }
    }

    /** The days of a notice have to be over before its step can be done. */
    private static int daysOf(Step step) {
        return step.kind() == Step.Kind.PUBLIC_NOTICE
                ? Math.min(step.workingDays() + AFTER_NOTICE, PromisedTerm.MOST_DAYS)
                : step.workingDays();
    }

    private void begin(Declaration it, ProjectForm form, Instant at) {
        Step step = form.step(it.stepIndex());
        promises.give(
                new PromisedCase(
                        KIND,
                        CLASS,
                        it.stepCaseId(),
                        Objects.requireNonNull(it.number()),
                        it.enterpriseName() + "　" + it.projectTitle() + "　"
                                + step.kind().label(),
                        it.stepInstitutionId(),
                        it.stepInstitutionName(),
                        it.townCode()),
                daysOf(step),
                at);
    }

    /** More time for the step that it is in, which somebody else has to approve. @throws ProblemException what {@link PromiseExtensions#ask} says */
    void askMoreTime(Declaration it, ExtensionWish wish, CurrentUser officer) {
        extensions.ask(kind, it.stepCaseId(), wish.workingDays(), wish.reason(), officer);
    }

    /** The fact with the day that was promised, where one just was. */
    DeclarationFact told(Transition moved) {
        PromiseView promise = of(moved.declaration().stepCaseId());
        LocalDate day = promise == null ? null : promise.dueOn();
        return switch (moved.fact()) {
            case DeclarationSubmitted it ->
                new DeclarationSubmitted(
                        it.parties(), it.step(), day, promise == null ? null : promise.dueAt(), it.at());
            case DeclarationPassed it -> {
                Declaration now = moved.declaration();
                yield new DeclarationPassed(
                        it.parties(),
                        it.step(),
                        it.next(),
                        now.status() == DeclarationStatus.IN_REVIEW ? day : null,
                        it.at());
            }
            case DeclarationFact it -> it;
        };
    }

    @Nullable
    PromiseView of(UUID stepCase) {
        return promises.of(kind, stepCase);
    }

    Map<UUID, PromiseView> of(Collection<UUID> stepCases) {
        return promises.of(kind, stepCases);
    }
}
