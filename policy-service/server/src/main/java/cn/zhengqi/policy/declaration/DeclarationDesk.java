package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import cn.zhengqi.policy.project.DeclarationProject;
import cn.zhengqi.policy.project.ProjectForm;
import cn.zhengqi.policy.project.ProjectMapper;
import cn.zhengqi.promise.ExtensionWish;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves declarations. Each move is one transaction: the declaration, its timeline, the promise of its step and the event. Every action names the version that its
 * decider saw and the scope that they act in; what is out of scope is not found.
 */
@Service
@Transactional
class DeclarationDesk {

    private final DeclarationMapper declarations;
    private final Declarations reading;
    private final ProjectMapper projects;
    private final PolicyTitles policies;
    private final DeclarationFiles files;
    private final PromisedStep promised;
    private final NoticedDeclarations noticed;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    DeclarationDesk(
            DeclarationMapper declarations,
            Declarations reading,
            ProjectMapper projects,
            PolicyTitles policies,
            DeclarationFiles files,
            PromisedStep promised,
            NoticedDeclarations noticed,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.declarations = declarations;
        this.reading = reading;
        this.projects = projects;
        this.policies = policies;
        this.files = files;
        this.promised = promised;
        this.noticed = noticed;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A draft; where the enterprise has one already under the project, that one.
     *
     * @param checked how it stands, where the project bars who does not qualify
     * @throws ProblemException NOT_FOUND, WINDOW_CLOSED, POLICY_NOT_PUBLISHED, POLICY_OVER, NOT_ELIGIBLE, AUDIENCE_CHANGED, DECLARATION_ALREADY_OPEN when what it has is no draft
     */
    DeclarationDetail begin(UUID projectId, Applicant applicant, AskedOthers.Known known, Checked checked) {
        Declaration present =
                declarations.open(projectId, applicant.enterpriseId()).orElse(null);
        if (present != null) {
            if (present.status() != DeclarationStatus.DRAFT) {
                throw new ProblemException(PolicyProblem.DECLARATION_ALREADY_OPEN);
            }
            return reading.detail(present);
        }
        Instant now = now();
        DeclarationProject project = projects.find(projectId).orElseThrow(Declarations::notFound);
        mustTake(project, now);
        if (project.barring()) {
            checked.mustLetInto(project);
        }
        ProjectForm form = projects.form(projectId, project.formVersion()).orElseThrow(Declarations::notFound);
        Declaration it = Declaration.begin(project, form, applicant, known.answers(), known.origins(), now);
        try {
            declarations.insert(it);
        } catch (DuplicateKeyException openAlready) {
            throw new ProblemException(PolicyProblem.DECLARATION_ALREADY_OPEN);
        }
        recorded(PolicyAction.DECLARATION_BEGUN, null, it);
        return reading.detail(it);
    }

    /**
     * What was filled in so far is kept, also when the window has closed meanwhile. It does not go on record: a page saves by itself at every pause, and whoever reads
     * the record looks for decisions.
     *
     * @return with what is wrong in it, and what could not be kept
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT
     */
    DeclarationDetail save(
            UUID id, int version, DataScope scope, @Nullable Contact given, Answers answers, Papers papers) {
        Declaration it = find(id, version, scope);
        it.mustBeDraft("修改");
        Contact contact = Objects.requireNonNullElse(given, it.contact());
        ProjectForm form = reading.formOf(it);
        KeptDraft kept = KeptDraft.of(form, answers, papers, ids -> files.held(it.enterpriseId(), ids));
        it.save(new FormAnswers(form, kept.answers(), kept.papers(), contact), now());
        declarations.update(it);
        return reading.detail(it, kept.lost());
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    void discard(UUID id, int version, DataScope scope) {
        Declaration it = find(id, version, scope);
        it.mustBeDraft("删除");
        if (declarations.deleteDraft(it.id(), version) == 0) {
            throw ProblemException.versionConflict();
        }
        audit.changed(PolicyAction.DECLARATION_DISCARDED, it.id(), name(it), view(it), null);
    }

    /**
     * Window and quota are decided here, by one at a time for each project.
     *
     * @param checked how the enterprise stands at this moment; where it could not be asked nobody is barred
     * @param closed who takes no step any more
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, VALIDATION_FAILED, WINDOW_CLOSED, POLICY_NOT_PUBLISHED, POLICY_OVER, QUOTA_REACHED, NOT_ELIGIBLE,
     *     AUDIENCE_CHANGED
     */
    DeclarationDetail submit(
            UUID id, int version, DataScope scope, Checked checked, StepTakers.Closed closed, Actor person) {
        Declaration it = find(id, version, scope);
        it.mustBeDraft("提交");
        ProjectForm form = reading.formOf(it);
        new FormAnswers(form, it.answers(), it.materials(), it.contact())
                .mustBeWhole(ids -> files.held(it.enterpriseId(), ids));
        DeclarationProject project = projects.lock(it.projectId()).orElseThrow(Declarations::notFound);
        Instant now = now();
        mustTake(project, now);
        checked.mustLetInto(project);
        project.mustHaveRoom(projects.taken(project.id()));
        DeclarationView before = view(it);
        Transition submitted = it.submit(numberOf(now), form, checked, closed, person, now);
        store(submitted, form, now);
        recorded(PolicyAction.DECLARATION_SUBMITTED, before, it);
        return reading.detail(it);
    }

    /** Nobody declares for what does not hold any more, whatever its project says. */
    private void mustTake(DeclarationProject project, Instant at) {
        project.mustTake(BusinessTime.dayOf(at));
        policies.mustHold(project.policyId(), BusinessTime.dayOf(at), "不再受理申报，已填写的内容仍保留在草稿中");
    }

    DeclarationDetail withdraw(UUID id, int version, DataScope scope, Actor person) {
        return move(
                PolicyAction.DECLARATION_WITHDRAWN, id, version, scope, (it, form, now) -> it.withdraw(person, now));
    }

    /**
     * What was marked is taken over, and something of it has to be another than it was; what was not marked has to be as it was. Whom to call may be another.
     *
     * @throws ProblemException also FIELD_NOT_MARKED, NOTHING_SUPPLEMENTED, VALIDATION_FAILED
     */
    DeclarationDetail supplement(
            UUID id,
            int version,
            DataScope scope,
            @Nullable Contact given,
            Answers answers,
            Papers papers,
            Actor person) {
        return move(PolicyAction.DECLARATION_SUPPLEMENTED, id, version, scope, (it, form, now) -> {
            it.mustBeSentBack();
            Contact contact = Objects.requireNonNullElse(given, it.contact());
            FormAnswers filled = new FormAnswers(form, answers, papers, contact);
            Supplement changed = new Supplement(it, filled);
            changed.mustKeepTheRest();
            changed.mustSupplement();
            filled.mustBeWhole(ids -> files.held(it.enterpriseId(), ids));
            return it.supplement(filled, person, now);
        });
    }

    DeclarationDetail takeOn(UUID id, int version, DataScope scope, Actor officer) {
        return move(
                PolicyAction.DECLARATION_TAKEN_ON,
                id,
                version,
                scope,
                (it, form, now) -> it.takeOn(form, declarations.passedBy(id), officer, now));
    }

    /** @param to null: back to where anybody of the institution takes it on; @param head whether the caller may give away what others have */
    DeclarationDetail handOver(
            UUID id, int version, DataScope scope, @Nullable Actor to, String words, boolean head, Actor by) {
        return move(
                PolicyAction.DECLARATION_HANDED_OVER,
                id,
                version,
                scope,
                (it, form, now) -> it.handOver(form, to, words, head, declarations.passedBy(id), by, now));
    }

    /**
     * @param closed who takes no step any more
     * @throws ProblemException also NOTICE_RUNNING, OBJECTION_UNANSWERED in the step 公示
     */
    DeclarationDetail pass(
            UUID id, int version, DataScope scope, @Nullable String opinion, StepTakers.Closed closed, Actor officer) {
        return move(PolicyAction.DECLARATION_PASSED, id, version, scope, (it, form, now) -> {
            noticed.mustBeOver(it, form, BusinessTime.dayOf(now));
            return it.pass(form, opinion, declarations.passedBy(id), closed, officer, now);
        });
    }

    DeclarationDetail sendBack(UUID id, int version, DataScope scope, Marks marks, String words, Actor officer) {
        return move(
                PolicyAction.DECLARATION_SENT_BACK,
                id,
                version,
                scope,
                (it, form, now) -> it.sendBack(form, marks, words, officer, now));
    }

    DeclarationDetail reject(UUID id, int version, DataScope scope, String words, Actor officer) {
        return move(
                PolicyAction.DECLARATION_REJECTED,
                id,
                version,
                scope,
                (it, form, now) -> it.reject(form, words, officer, now));
    }

    /** What goes on record of it. */
    private record MoreTime(String caseNumber, int workingDays, String reason) {}

    /** Asks for more time for its step; the declaration stays as it is. @throws ProblemException NOT_FOUND, and what {@link PromisedStep#askMoreTime} says */
    void askExtension(UUID id, DataScope scope, ExtensionWish wish, CurrentUser officer) {
        Declaration it = declarations.findWithin(id, scope).orElseThrow(Declarations::notFound);
        promised.askMoreTime(it, wish, officer);
        audit.changed(
                PolicyAction.EXTENSION_ASKED,
                id,
                name(it),
                null,
                new MoreTime(String.valueOf(it.number()), wish.workingDays(), wish.reason()));
    }

    /** How one is moved by the form under which it was begun. */
    private interface Move {
        Transition of(Declaration it, ProjectForm form, Instant at);
    }

    private DeclarationDetail move(PolicyAction action, UUID id, int version, DataScope scope, Move how) {
        Declaration it = find(id, version, scope);
        ProjectForm form = reading.formOf(it);
        Instant now = now();
        DeclarationView before = view(it);
        store(how.of(it, form, now), form, now);
        recorded(action, before, it);
        return reading.detail(it);
    }

    /** For what comes with a demo: as if a person had filled it in and handed it in. */
    void enter(
            DeclarationProject project,
            Applicant applicant,
            Contact contact,
            Answers answers,
            Prefilled origins,
            Instant at) {
        ProjectForm form = projects.form(project.id(), project.formVersion()).orElseThrow(Declarations::notFound);
        FormAnswers filled = new FormAnswers(form, answers, Papers.NONE, contact);
        filled.mustBeWhole(ids -> Map.of());
        Declaration it = Declaration.begin(project, form, applicant, answers, origins, at);
        it.save(filled, at);
        declarations.insert(it);
        store(it.submit(numberOf(at), form, Checked.NOTHING, StepTakers.Closed.NONE, applicant.person(), at), form, at);
    }

    /** What was objected to its notice is right. */
    void refuted(UUID id, String words, Actor officer, Instant at) {
        Declaration it = declarations.lock(id).orElseThrow(Declarations::notFound);
        ProjectForm form = reading.formOf(it);
        DeclarationView before = view(it);
        store(it.refuteBy(form, words, officer, at), form, at);
        recorded(PolicyAction.DECLARATION_REJECTED, before, it);
    }

    private void store(Transition moved, ProjectForm form, Instant at) {
        noticed.follow(moved, form, at);
        declarations.update(moved.declaration());
        declarations.insertEvent(moved.event());
        promised.follow(moved, form, at);
        outbox.publish(promised.told(moved), moved.declaration().version(), at);
    }

    private Declaration find(UUID id, int version, DataScope scope) {
        return declarations
                .findWithin(id, scope)
                .orElseThrow(Declarations::notFound)
                .seenAs(version);
    }

    private String numberOf(Instant submittedAt) {
        return "SB%s%06d"
                .formatted(
                        BusinessTime.dayOf(submittedAt).format(DateTimeFormatter.BASIC_ISO_DATE),
                        declarations.nextNumber());
    }

    private DeclarationView view(Declaration it) {
        return DeclarationView.of(it, reading.formOf(it).step(it.stepIndex()).kind(), null);
    }

    private void recorded(PolicyAction action, @Nullable DeclarationView before, Declaration it) {
        audit.changed(action, it.id(), name(it), before, view(it));
    }

    private static String name(Declaration it) {
        return (it.number() == null ? it.projectTitle() : it.number()) + " " + it.enterpriseName();
    }

    /** As exact as the database keeps it, so that an answer does not differ from a later reading. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
