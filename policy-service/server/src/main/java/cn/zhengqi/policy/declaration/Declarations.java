package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.catalogue.PolicyGround;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import cn.zhengqi.policy.project.DeclarationProject;
import cn.zhengqi.policy.project.ProjectForm;
import cn.zhengqi.policy.project.ProjectMapper;
import cn.zhengqi.policy.project.Step;
import cn.zhengqi.policy.project.WindowState;
import cn.zhengqi.promise.PromiseView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Declarations as those read them who may; from the primary, because they look right after they changed something. */
@Service
@Transactional
class Declarations {

    /** As many rows of a file have their promises looked up at once. */
    private static final int PORTION = 500;

    private final DeclarationMapper declarations;
    private final ProjectMapper projects;
    private final PolicyTitles policies;
    private final DeclarationFiles files;
    private final PromisedStep promised;
    private final Clock clock;

    Declarations(
            DeclarationMapper declarations,
            ProjectMapper projects,
            PolicyTitles policies,
            DeclarationFiles files,
            PromisedStep promised,
            Clock clock) {
        this.declarations = declarations;
        this.projects = projects;
        this.policies = policies;
        this.files = files;
        this.promised = promised;
        this.clock = clock;
    }

    Page<DeclarationView> list(DeclarationQuery query, PageRequest page) {
        return Page.of(views(declarations.list(query, page)), declarations.count(query), page);
    }

    /** As somebody reads them who works for these institutions. */
    Page<DeclarationView> listFor(Set<UUID> institutions, DeclarationQuery query, PageRequest page) {
        return Page.of(
                views(declarations.list(query, page), it -> institutions.contains(it.stepInstitutionId())),
                declarations.count(query),
                page);
    }

    long count(DeclarationQuery query) {
        return declarations.count(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(DeclarationQuery query, Consumer<DeclarationView> row) {
        List<Declaration> portion = new ArrayList<>(PORTION);
        declarations.each(query, it -> {
            portion.add(it.getResultObject());
            if (portion.size() == PORTION) {
                views(portion).forEach(row);
                portion.clear();
            }
        });
        views(portion).forEach(row);
    }

    /** The forms of its project under which they were filled in, the newest first; none where they are not of one project. */
    List<ProjectForm> formsOf(DeclarationQuery query) {
        UUID project = query.projectId();
        return project == null
                ? List.of()
                : declarations.formVersions(query).stream()
                        .map(version -> projects.form(project, version).orElseThrow(Declarations::notFound))
                        .toList();
    }

    /** The same row by row with what was filled in. */
    @Transactional(readOnly = true)
    void eachFilled(DeclarationQuery query, Consumer<FilledRow> row) {
        List<Declaration> portion = new ArrayList<>(PORTION);
        declarations.each(query, it -> {
            portion.add(it.getResultObject());
            if (portion.size() == PORTION) {
                filled(portion).forEach(row);
                portion.clear();
            }
        });
        filled(portion).forEach(row);
    }

    private List<FilledRow> filled(List<Declaration> portion) {
        Map<UUID, String> names = files.namesOf(
                portion.stream().flatMap(it -> it.fileIds().stream()).distinct().toList());
        List<DeclarationView> views = views(portion);
        List<FilledRow> rows = new ArrayList<>(portion.size());
        for (int at = 0; at < portion.size(); at++) {
            Declaration it = portion.get(at);
            rows.add(new FilledRow(views.get(at), it.answers(), it.materials(), names));
        }
        return rows;
    }

    /** @throws ProblemException NOT_FOUND also for one out of scope: that it exists is nobody else's business */
    DeclarationDetail detail(UUID id, DataScope scope) {
        return detail(declarations.findWithin(id, scope).orElseThrow(Declarations::notFound));
    }

    DeclarationDetail detail(Declaration it) {
        return detail(it, List.of());
    }

    /** @param lost what was typed into a draft and could not be kept */
    DeclarationDetail detail(Declaration it, List<FieldProblem> lost) {
        ProjectForm form = formOf(it);
        DeclarationProject project = projects.find(it.projectId()).orElseThrow(Declarations::notFound);
        PromiseView promise = it.number() == null ? null : promised.of(it.stepCaseId());
        LocalDate today = BusinessTime.today(clock);
        WindowState window = project.window(today).under(policies.ground(project.policyId(), today));
        boolean draft = it.status() == DeclarationStatus.DRAFT;
        List<DeclarationEvent> events = declarations.events(it.id());
        Map<UUID, DeclarationFile> named = files.of(it.enterpriseId(), everNamed(it, events));
        List<FieldProblem> wrong = new ArrayList<>(lost);
        if (draft) {
            wrong.addAll(new FormAnswers(form, it.answers(), it.materials(), it.contact()).wrong(named));
        }
        return DeclarationDetail.of(
                DeclarationView.of(it, form.step(it.stepIndex()).kind(), promise, draft ? window : null, null),
                it,
                form,
                new DeclarationDetail.Project(
                        window,
                        project.closesOn(),
                        policies.ended(project.policyId(), today),
                        policies.beginsOn(project.policyId(), today),
                        draft && project.isFull(() -> projects.taken(project.id())),
                        project.formVersion(),
                        today),
                named.values(),
                wrong,
                events);
    }

    /** By it, and by what was handed in before it was supplemented. */
    private static List<UUID> everNamed(Declaration it, List<DeclarationEvent> events) {
        return Stream.concat(
                        it.fileIds().stream(),
                        events.stream()
                                .flatMap(event -> event.fileIds().stream())
                                .map(UUID::fromString))
                .distinct()
                .toList();
    }

    /**
     * What of a supplement would be refused if it were handed in so, but for what is missing.
     *
     * @throws ProblemException NOT_FOUND; STATE_CONFLICT unless it was sent back
     */
    List<FieldProblem> wrongIn(UUID id, DataScope scope, Answers answers, Papers papers) {
        Declaration it = declarations.findWithin(id, scope).orElseThrow(Declarations::notFound);
        it.mustBeSentBack();
        ProjectForm form = formOf(it);
        KeptDraft kept = KeptDraft.of(form, answers, papers, ids -> files.held(it.enterpriseId(), ids));
        FormAnswers filled = new FormAnswers(form, kept.answers(), kept.papers(), it.contact());
        List<FieldProblem> wrong = new ArrayList<>(kept.lost());
        wrong.addAll(filled.wrong(files.of(it.enterpriseId(), filled.files())));
        return wrong;
    }

    /** The same as somebody reads it who works for these institutions. */
    DeclarationDetail readBy(Actor reader, Set<UUID> institutions, DeclarationDetail shown) {
        Declaration it = declarations.find(shown.declaration().id()).orElseThrow(Declarations::notFound);
        boolean here = institutions.contains(it.stepInstitutionId());
        return shown.with(new DeclarationDetail.Turn(
                here,
                here ? it.barred(formOf(it), declarations.passedBy(it.id()), reader) : null,
                declarations.openObjections(it.id())));
    }

    /** That one of these institutions acts in its step. @throws ProblemException NOT_FOUND */
    void mustBeAt(Set<UUID> institutions, UUID id) {
        if (declarations
                .find(id)
                .filter(it -> institutions.contains(it.stepInstitutionId()))
                .isEmpty()) {
            throw notFound();
        }
    }

    /** Who acts in its step. @throws ProblemException NOT_FOUND also for one out of scope */
    UUID stepInstitution(UUID id, DataScope scope) {
        return declarations
                .findWithin(id, scope)
                .orElseThrow(Declarations::notFound)
                .stepInstitutionId();
    }

    /** Whom the forms of these declarations name for the steps that they enter next. */
    List<UUID> nextInstitutions(Collection<UUID> ids) {
        return (ids.isEmpty() ? List.<Declaration>of() : declarations.all(ids))
                .stream()
                        .map(it -> next(it, formOf(it)))
                        .flatMap(Optional::stream)
                        .map(Step::institutionId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }

    private static Optional<Step> next(Declaration it, ProjectForm form) {
        if (it.status() == DeclarationStatus.DRAFT) {
            return Optional.of(form.step(0));
        }
        return form.isLast(it.stepIndex()) ? Optional.empty() : Optional.of(form.step(it.stepIndex() + 1));
    }

    /** Who may not have it in its step, because they passed one before it. */
    Set<UUID> excluded(UUID id) {
        Declaration it = declarations.find(id).orElseThrow(Declarations::notFound);
        return formOf(it).step(it.stepIndex()).needsAnother() ? declarations.passedBy(id) : Set.of();
    }

    Optional<Declaration> open(UUID projectId, UUID enterpriseId) {
        return declarations.open(projectId, enterpriseId);
    }

    /** Open projects that are for some alone. */
    List<DeclarationProject> barring(int most) {
        return projects.barring(null, null, BusinessTime.today(clock), most);
    }

    /** Under which is declared. @throws ProblemException NOT_FOUND */
    DeclarationProject project(UUID id) {
        return projects.find(id).orElseThrow(Declarations::notFound);
    }

    /** What is filled in by who begins now. */
    ProjectForm formOf(DeclarationProject project) {
        return projects.form(project.id(), project.formVersion()).orElseThrow(Declarations::notFound);
    }

    /** The version of the form under which it was begun. */
    ProjectForm formOf(Declaration it) {
        return projects.form(it.projectId(), it.formVersion()).orElseThrow(Declarations::notFound);
    }

    private List<DeclarationView> views(List<Declaration> found) {
        return views(found, nobody -> null);
    }

    private List<DeclarationView> views(List<Declaration> found, Function<Declaration, @Nullable Boolean> here) {
        Map<UUID, PromiseView> promises =
                promised.of(found.stream().map(Declaration::stepCaseId).toList());
        Map<UUID, WindowState> windows = windowsOf(found);
        Map<FormRef, ProjectForm> forms = new HashMap<>();
        return found.stream()
                .map(it -> DeclarationView.of(
                        it,
                        forms.computeIfAbsent(new FormRef(it.projectId(), it.formVersion()), none -> formOf(it))
                                .step(it.stepIndex())
                                .kind(),
                        promises.get(it.stepCaseId()),
                        it.status() == DeclarationStatus.DRAFT ? windows.get(it.projectId()) : null,
                        here.apply(it)))
                .toList();
    }

    /** Of the projects of which one is a draft. */
    private Map<UUID, WindowState> windowsOf(List<Declaration> found) {
        Set<UUID> ids = found.stream()
                .filter(it -> it.status() == DeclarationStatus.DRAFT)
                .map(Declaration::projectId)
                .collect(Collectors.toSet());
        LocalDate today = BusinessTime.today(clock);
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<DeclarationProject> of = projects.selectByIds(ids);
        Map<UUID, PolicyGround> grounds =
                policies.grounds(of.stream().map(DeclarationProject::policyId).collect(Collectors.toSet()), today);
        return of.stream()
                .collect(Collectors.toMap(
                        DeclarationProject::id,
                        project ->
                                project.window(today).under(Objects.requireNonNull(grounds.get(project.policyId())))));
    }

    private record FormRef(UUID project, int version) {}

    static ProblemException notFound() {
        return ProblemException.notFound("没有找到该申报");
    }
}
