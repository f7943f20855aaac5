package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.project.ProjectForm;
import cn.zhengqi.policy.project.Step;
import cn.zhengqi.promise.WorkCalendar;
import cn.zhengqi.promise.WorkCalendars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Declarations while they are shown to the public in their step 公示: for as many working days as the step has. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class NoticedDeclarations {

    private final DeclarationMapper declarations;
    private final Declarations reading;
    private final WorkCalendars calendars;

    NoticedDeclarations(DeclarationMapper declarations, Declarations reading, WorkCalendars calendars) {
        this.declarations = declarations;
        this.reading = reading;
        this.calendars = calendars;
    }

    /**
     * One that is, or was, shown.
     *
     * @param enterpriseId whose it is
     * @param institutionId who acts in its step
     * @param running whether can be objected
     * @param over it was rejected or withdrawn meanwhile
     */
    public record Noticed(
            UUID id,
            String number,
            UUID enterpriseId,
            UUID institutionId,
            String institutionName,
            boolean running,
            boolean over) {}

    /** Until the end of the transaction nobody passes its step. */
    public Optional<Noticed> lock(UUID id, LocalDate today) {
        return declarations
                .lock(id)
                .filter(it -> it.noticeFrom() != null && it.number() != null)
                .map(it -> new Noticed(
                        it.id(),
                        String.valueOf(it.number()),
                        it.enterpriseId(),
                        it.stepInstitutionId(),
                        it.stepInstitutionName(),
                        it.isInNotice(today),
                        it.status().over()));
    }

    /** Of a year whose days off were not arranged when a notice began it is known by now how long that lasts. */
    public void date() {
        WorkCalendar calendar = calendars.now();
        declarations.undated().forEach(it -> {
            LocalDate from = it.noticeFrom();
            Step step = reading.formOf(it).step(it.stepIndex());
            if (from != null && step.kind() == Step.Kind.PUBLIC_NOTICE) {
                calendar.plus(from, step.workingDays()).ifPresent(day -> {
                    it.noticeUntil(day);
                    declarations.update(it);
                });
            }
        });
    }

    /** Where a move has brought it into the step, or changed what is shown there, it is shown from today. */
    void follow(Transition moved, ProjectForm form, Instant at) {
        Declaration it = moved.declaration();
        Step step = form.step(it.stepIndex());
        boolean begins = switch (moved.event().kind()) {
            case SUBMITTED, PASSED, SUPPLEMENTED -> step.kind() == Step.Kind.PUBLIC_NOTICE;
            default -> false;
        };
        if (begins) {
            LocalDate today = BusinessTime.dayOf(at);
            it.showToPublic(
                    today, calendars.now().plus(today, step.workingDays()).orElse(null));
        }
    }

    /**
     * Nobody objects any more from here on: what was objected at the last moment is seen.
     *
     * @throws ProblemException NOTICE_RUNNING, OBJECTION_UNANSWERED
     */
    void mustBeOver(Declaration it, ProjectForm form, LocalDate today) {
        if (form.step(it.stepIndex()).kind() != Step.Kind.PUBLIC_NOTICE) {
            return;
        }
        declarations.lock(it.id());
        if (it.isInNotice(today)) {
            LocalDate until = it.noticeUntil();
            throw new ProblemException(
                    PolicyProblem.NOTICE_RUNNING,
                    until == null ? "公示期尚不能确定，待年度放假安排公布后才能通过" : "公示至 " + BusinessTime.inWords(until) + "，期满后才能通过");
        }
        if (declarations.openObjections(it.id()) > 0) {
            throw new ProblemException(PolicyProblem.OBJECTION_UNANSWERED);
        }
    }
}
