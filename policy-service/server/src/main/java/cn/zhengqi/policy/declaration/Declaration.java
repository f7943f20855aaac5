package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.api.DeclarationApproved;
import cn.zhengqi.policy.api.DeclarationHandedOver;
import cn.zhengqi.policy.api.DeclarationParties;
import cn.zhengqi.policy.api.DeclarationPassed;
import cn.zhengqi.policy.api.DeclarationRejected;
import cn.zhengqi.policy.api.DeclarationSentBack;
import cn.zhengqi.policy.api.DeclarationSubmitted;
import cn.zhengqi.policy.api.DeclarationSupplemented;
import cn.zhengqi.policy.api.DeclarationTakenOn;
import cn.zhengqi.policy.api.DeclarationWithdrawn;
import cn.zhengqi.policy.project.DeclarationProject;
import cn.zhengqi.policy.project.ProjectForm;
import cn.zhengqi.policy.project.Step;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise's declaration under a project, from draft to decision. Each change of state answers with what the timeline shows and what the other services are
 * told, or with a problem. It goes by the version of the form under which it was begun, whatever the project asks later.
 */
@TableName("declaration")
@SuppressWarnings("UnusedVariable") // some columns are only written
class Declaration extends DeclarationCase {

    private @Nullable String number;
    private UUID applicantId;
    private String applicantName;
    private DeclarationStatus status;
    private int stepIndex;
    private UUID stepCaseId;
    private UUID stepInstitutionId;
    private String stepInstitutionName;

    private @Nullable UUID handlerId;

    private @Nullable String handlerName;

    private @Nullable String contactName;

    private @Nullable ContactPhone contactPhone;

    private Answers answers;
    private Papers materials;
    private Prefilled prefilled;

    /** With what it was filled in while it is a draft; nobody reads it. */
    private Prefilled taken;

    private Marks marked;
    private InternalStandings.@Nullable Standing standing;
    private InternalStandings.@Nullable Standing audience;
    private List<String> fileIds;
    private List<String> taxEmptied;
    private @Nullable String reason;
    private Instant savedAt;
    private @Nullable Instant submittedAt;
    private Instant changedAt;
    private @Nullable Instant decidedAt;

    private @Nullable LocalDate noticeFrom;

    private @Nullable LocalDate noticeUntil;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private Declaration() {}

    @SuppressWarnings("NullAway.Init")
    private Declaration(DeclarationProject project, ProjectForm form, Applicant applicant, Instant at) {
        super(project, form, applicant, at);
        declaredBy(applicant.person());
        contactName = applicant.person().name();
        status = DeclarationStatus.DRAFT;
        materials = Papers.NONE;
        taken = Prefilled.NONE;
        marked = Marks.NONE;
        fileIds = List.of();
        taxEmptied = List.of();
        savedAt = at;
        changedAt = at;
        enterStep(0, form.step(0), StepTakers.Closed.NONE);
    }

    /** A draft, filled in with what the profile knows. */
    static Declaration begin(
            DeclarationProject project,
            ProjectForm form,
            Applicant applicant,
            Answers known,
            Prefilled origins,
            Instant at) {
        Declaration it = new Declaration(project, form, applicant, at);
        it.answers = known;
        it.prefilled = origins;
        it.taken = origins;
        return it;
    }

    private void declaredBy(Actor person) {
        applicantId = person.accountId();
        applicantName = person.name();
    }

    /** Answers what is said where it falls to the institution whose project it is, because the one that was to take it is closed, or has nobody. */
    private @Nullable String enterStep(int index, Step step, StepTakers.Closed closed) {
        UUID named = step.institutionId();
        String why = named == null ? null : closed.why().get(named);
        boolean falls = why != null;
        stepIndex = index;
        stepCaseId = Ids.next();
        stepInstitutionId = named == null || falls ? institutionId() : named;
        stepInstitutionName = step.institutionName() == null || falls ? institutionName() : step.institutionName();
        handlerId = null;
        handlerName = null;
        return falls
                ? "“" + step.kind().label() + "”的办理部门“" + step.institutionName() + "”" + why + "，改由“"
                        + institutionName() + "”办理"
                : null;
    }

    /** @throws ProblemException STATE_CONFLICT unless it is a draft */
    void save(FormAnswers filled, Instant at) {
        mustBeDraft("修改");
        fillIn(filled, at);
    }

    private void fillIn(FormAnswers filled, Instant at) {
        contactName = filled.contact().name();
        contactPhone = filled.contact().phone();
        answers = filled.answers();
        prefilled = (status == DeclarationStatus.DRAFT ? taken : prefilled).beside(answers);
        materials = filled.papers();
        fileIds = filled.files().stream().map(UUID::toString).toList();
        savedAt = at;
        changedAt = at;
    }

    /** @throws ProblemException STATE_CONFLICT unless it is a draft */
    void mustBeDraft(String action) {
        if (status != DeclarationStatus.DRAFT) {
            throw status.refuse(action);
        }
    }

    /**
     * Hands it in. Window, quota and whether it is whole were decided before.
     *
     * @param how the enterprise stood by the conditions of the policy and of the project, as far as could be asked; it stays, whatever they say later
     * @param closed who takes no step any more
     */
    Transition submit(
            String itsNumber, ProjectForm form, Checked how, StepTakers.Closed closed, Actor person, Instant at) {
        status = status.to(DeclarationStatus.SUBMITTED, "提交");
        number = itsNumber;
        standing = how.policy();
        audience = how.audience();
        prefilled = prefilled.beside(answers);
        taken = Prefilled.NONE;
        declaredBy(person);
        submittedAt = at;
        changedAt = at;
        String fallen = enterStep(0, form.step(0), closed);
        return new Transition(
                this,
                event(EventKind.SUBMITTED, null, person, fallen, at).with(answers, materials, fileIds),
                new DeclarationSubmitted(parties(), form.step(0).kind().label(), null, null, at),
                stepCaseId);
    }

    /**
     * @param passedBy who passed the steps before this one
     * @throws ProblemException STATE_CONFLICT when it is nobody's turn, or somebody has taken it on already; PASSED_BEFORE_BY_SAME_PERSON
     */
    Transition takeOn(ProjectForm form, Set<UUID> passedBy, Actor officer, Instant at) {
        if (isTakenOn()) {
            throw new ProblemException(PolicyProblem.HANDLED_BY_ANOTHER, "该申报已由“" + handlerName + "”承办");
        }
        if (status != DeclarationStatus.IN_REVIEW) {
            status = status.to(DeclarationStatus.IN_REVIEW, "承办");
        }
        mustBeAnother(form, passedBy, officer);
        handlerId = officer.accountId();
        handlerName = officer.name();
        changedAt = at;
        Step.Kind step = form.step(stepIndex).kind();
        return new Transition(
                this,
                event(EventKind.TAKEN_ON, step, officer, null, at),
                new DeclarationTakenOn(parties(), step.label(), at),
                stepCaseId);
    }

    /**
     * To a colleague, or back to where anybody of the institution takes it on.
     *
     * @param to null: nobody
     * @param head whether they may give away what others have
     * @param passedBy who passed the steps before this one
     * @throws ProblemException STATE_CONFLICT unless somebody has it, HANDLED_BY_ANOTHER, PASSED_BEFORE_BY_SAME_PERSON; VALIDATION_FAILED for who has it already
     */
    Transition handOver(
            ProjectForm form,
            @Nullable Actor to,
            String words,
            boolean head,
            Set<UUID> passedBy,
            Actor by,
            Instant at) {
        if (!isTakenOn()) {
            throw status.refuse("转办");
        }
        if (!head) {
            mustBeHandledBy(by);
        }
        if (to == null && status == DeclarationStatus.SENT_BACK) {
            throw ProblemException.validation("to", "REQUIRED", "企业正在补正，请转给具体的经办人");
        }
        if (to != null && to.accountId().equals(handlerId)) {
            throw ProblemException.validation("to", "SAME", "该申报已由“" + handlerName + "”承办");
        }
        if (to != null) {
            mustBeAnother(form, passedBy, to);
        }
        handlerId = to == null ? null : to.accountId();
        handlerName = to == null ? null : to.name();
        changedAt = at;
        Step.Kind step = form.step(stepIndex).kind();
        String note = (to == null ? "退回待承办：" : "转给“" + to.name() + "”：") + words.strip();
        return new Transition(
                this,
                event(EventKind.HANDED_OVER, step, by, note, at),
                new DeclarationHandedOver(parties(), step.label(), handlerId, words.strip(), at),
                stepCaseId);
    }

    /**
     * The step is done; the last one approves.
     *
     * @param passedBy who passed the steps before this one
     * @param closed who takes no step any more
     * @throws ProblemException STATE_CONFLICT, HANDLED_BY_ANOTHER, PASSED_BEFORE_BY_SAME_PERSON
     */
    Transition pass(
            ProjectForm form,
            @Nullable String opinion,
            Set<UUID> passedBy,
            StepTakers.Closed closed,
            Actor officer,
            Instant at) {
        boolean last = form.isLast(stepIndex);
        if (status != DeclarationStatus.IN_REVIEW) {
            throw status.refuse(last ? "批准" : "通过");
        }
        mustBeHandledBy(officer);
        mustBeAnother(form, passedBy, officer);
        Step.Kind step = form.step(stepIndex).kind();
        UUID done = stepCaseId;
        changedAt = at;
        if (last) {
            status = status.to(DeclarationStatus.APPROVED, "批准");
            decidedAt = at;
            return new Transition(
                    this,
                    event(EventKind.APPROVED, step, officer, opinion, at),
                    new DeclarationApproved(parties(), at),
                    done);
        }
        Step next = form.step(stepIndex + 1);
        String fallen = enterStep(stepIndex + 1, next, closed);
        return new Transition(
                this,
                event(EventKind.PASSED, step, officer, together(opinion, fallen), at),
                new DeclarationPassed(parties(), step.label(), next.kind().label(), null, at),
                done);
    }

    /**
     * @param words why, for all of it
     * @throws ProblemException STATE_CONFLICT, also where the step may not send back; HANDLED_BY_ANOTHER, NOTHING_MARKED, VALIDATION_FAILED for what is not asked
     */
    Transition sendBack(ProjectForm form, Marks marks, String words, Actor officer, Instant at) {
        status.mustLeadTo(DeclarationStatus.SENT_BACK, "退回补正");
        mustBeHandledBy(officer);
        Step step = form.step(stepIndex);
        if (!step.maySendBack()) {
            throw status.refuse("在“" + step.kind().label() + "”环节退回补正");
        }
        List<String> names = marks.namesIn(form);
        status = DeclarationStatus.SENT_BACK;
        marked = marks;
        changedAt = at;
        String note = words.strip() + "（需补正：" + String.join("、", names) + "）";
        return new Transition(
                this,
                event(EventKind.SENT_BACK, step.kind(), officer, note, at),
                new DeclarationSentBack(parties(), words.strip(), names, at),
                stepCaseId);
    }

    /** @throws ProblemException STATE_CONFLICT unless it was */
    void mustBeSentBack() {
        if (status != DeclarationStatus.SENT_BACK) {
            throw status.refuse("补正");
        }
    }

    /**
     * What was marked is taken from what is handed in; the rest stays as it was, but for whom to call.
     *
     * @throws ProblemException STATE_CONFLICT unless it was sent back
     */
    Transition supplement(FormAnswers filled, Actor person, Instant at) {
        mustBeSentBack();
        status = status.to(DeclarationStatus.IN_REVIEW, "补正");
        fillIn(filled, at);
        marked = Marks.NONE;
        return new Transition(
                this,
                event(EventKind.SUPPLEMENTED, null, person, null, at).with(answers, materials, fileIds),
                new DeclarationSupplemented(parties(), at),
                stepCaseId);
    }

    /** @throws ProblemException STATE_CONFLICT, HANDLED_BY_ANOTHER */
    Transition reject(ProjectForm form, String words, Actor officer, Instant at) {
        status.mustLeadTo(DeclarationStatus.REJECTED, "驳回");
        mustBeHandledBy(officer);
        return rejected(form, words, officer, at);
    }

    /** Somebody objected rightly to its notice: whoever has taken it on, it is over. @throws ProblemException STATE_CONFLICT once it is decided */
    Transition refuteBy(ProjectForm form, String words, Actor officer, Instant at) {
        if (status == DeclarationStatus.SUBMITTED) {
            status = status.to(DeclarationStatus.IN_REVIEW, "驳回");
        }
        return rejected(form, words, officer, at);
    }

    private Transition rejected(ProjectForm form, String words, Actor officer, Instant at) {
        status = status.to(DeclarationStatus.REJECTED, "驳回");
        reason = words.strip();
        decidedAt = at;
        changedAt = at;
        return new Transition(
                this,
                event(EventKind.REJECTED, form.step(stepIndex).kind(), officer, reason, at),
                new DeclarationRejected(parties(), reason, at),
                stepCaseId);
    }

    /** Its notice begins, or begins anew with what was supplemented. @param until null while the days up to it are not arranged */
    void showToPublic(LocalDate from, @Nullable LocalDate until) {
        noticeFrom = from;
        noticeUntil = until;
    }

    /** Where the days of the notice were not arranged when it began. */
    void noticeUntil(LocalDate day) {
        noticeUntil = day;
    }

    /** Whether everybody may object to it on a day. */
    boolean isInNotice(LocalDate day) {
        return noticeFrom != null
                && (status == DeclarationStatus.SUBMITTED || status == DeclarationStatus.IN_REVIEW)
                && (noticeUntil == null || !noticeUntil.isBefore(day));
    }

    /** @throws ProblemException STATE_CONFLICT once it is decided */
    Transition withdraw(Actor person, Instant at) {
        status = status.to(DeclarationStatus.WITHDRAWN, "撤回");
        changedAt = at;
        return new Transition(
                this,
                event(EventKind.WITHDRAWN, null, person, null, at),
                new DeclarationWithdrawn(parties(), at),
                stepCaseId);
    }

    private boolean isTakenOn() {
        return handlerId != null && (status == DeclarationStatus.IN_REVIEW || status == DeclarationStatus.SENT_BACK);
    }

    private void mustBeHandledBy(Actor officer) {
        if (!officer.accountId().equals(handlerId)) {
            throw new ProblemException(
                    PolicyProblem.HANDLED_BY_ANOTHER, handlerName == null ? "请先承办该申报" : "该申报由“" + handlerName + "”承办");
        }
    }

    /** Where the step asks for it. */
    private void mustBeAnother(ProjectForm form, Set<UUID> passedBy, Actor officer) {
        String why = barred(form, passedBy, officer);
        if (why != null) {
            throw new ProblemException(PolicyProblem.PASSED_BEFORE_BY_SAME_PERSON, why);
        }
    }

    /** Why somebody of the institution may not have it in its step; null where they may. */
    @Nullable
    String barred(ProjectForm form, Set<UUID> passedBy, Actor officer) {
        Step step = form.step(stepIndex);
        return step.needsAnother() && passedBy.contains(officer.accountId())
                ? "“" + step.kind().label() + "”须由未办理前面环节的人员办理，“" + officer.name()
                        + "”已办理过前面的环节；请由其他经办人员办理，没有其他人员的，请为本部门增加经办人员"
                : null;
    }

    private static @Nullable String together(@Nullable String opinion, @Nullable String fallen) {
        return fallen == null || opinion == null || opinion.isBlank()
                ? (fallen == null ? opinion : fallen)
                : opinion.strip() + "（" + fallen + "）";
    }

    /**
     * The caller decided by what they saw; if that is not what is stored, they have to look again.
     *
     * @throws ProblemException VERSION_CONFLICT
     */
    Declaration seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    private DeclarationEvent event(
            EventKind kind, Step.@Nullable Kind step, Actor actor, @Nullable String note, Instant at) {
        return DeclarationEvent.of(id(), kind, step, actor, note == null || note.isBlank() ? null : note.strip(), at);
    }

    DeclarationParties parties() {
        return new DeclarationParties(
                id(),
                Objects.requireNonNull(number),
                projectId(),
                projectTitle(),
                stepInstitutionId,
                stepInstitutionName,
                enterpriseId(),
                enterpriseName(),
                applicantId,
                demo());
    }

    @Nullable
    String number() {
        return number;
    }

    String applicantName() {
        return applicantName;
    }

    DeclarationStatus status() {
        return status;
    }

    int stepIndex() {
        return stepIndex;
    }

    UUID stepCaseId() {
        return stepCaseId;
    }

    UUID stepInstitutionId() {
        return stepInstitutionId;
    }

    String stepInstitutionName() {
        return stepInstitutionName;
    }

    @Nullable
    UUID handlerId() {
        return handlerId;
    }

    @Nullable
    String handlerName() {
        return handlerName;
    }

    Contact contact() {
        return new Contact(contactName, contactPhone);
    }

    Answers answers() {
        return answers;
    }

    Papers materials() {
        return materials;
    }

    Prefilled prefilled() {
        return prefilled;
    }

    Marks marked() {
        return marked;
    }

    InternalStandings.@Nullable Standing standing() {
        return standing;
    }

    InternalStandings.@Nullable Standing audience() {
        return audience;
    }

    List<UUID> fileIds() {
        return fileIds.stream().map(UUID::fromString).toList();
    }

    /** Fields of a draft out of which tax data was taken, and that nobody has filled in since. */
    List<String> emptied() {
        return status == DeclarationStatus.DRAFT
                ? taxEmptied.stream().filter(key -> answers.get(key) == null).toList()
                : List.of();
    }

    @Nullable
    String reason() {
        return reason;
    }

    Instant savedAt() {
        return savedAt;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    LocalDate noticeFrom() {
        return noticeFrom;
    }

    @Nullable
    LocalDate noticeUntil() {
        return noticeUntil;
    }

    int version() {
        return version;
    }
}
