package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.project.DeclarationProject;
import cn.zhengqi.policy.project.ProjectForm;
import cn.zhengqi.policy.project.ProjectMapper;
import cn.zhengqi.promise.PromiseView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
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
    private final DeclarationFiles files;
    private final PromisedStep promised;
    private final Clock clock;

    Declarations(
            DeclarationMapper declarations,
            ProjectMapper projects,
            DeclarationFiles files,
            PromisedStep promised,
            Clock clock) {
        this.declarations = declarations;
        this.projects = projects;
        this.files = files;
        this.promised = promised;
        this.clock = clock;
    }

    Page<DeclarationView> list(DeclarationQuery query, PageRequest page) {
        return Page.of(views(declarations.list(query, page)), declarations.count(query), page);
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

    /** @throws ProblemException NOT_FOUND also for one out of scope: that it exists is nobody else's business */
    DeclarationDetail detail(UUID id, DataScope scope) {
        return detail(declarations.findWithin(id, scope).orElseThrow(Declarations::notFound));
    }

    DeclarationDetail detail(Declaration it) {
        ProjectForm form = formOf(it);
        DeclarationProject project = projects.find(it.projectId()).orElseThrow(Declarations::notFound);
        PromiseView promise = it.number() == null ? null : promised.of(it.stepCaseId());
        LocalDate today = BusinessTime.today(clock);
        return DeclarationDetail.of(
                DeclarationView.of(it, form.step(it.stepIndex()).kind(), promise),
                it,
                form,
                new DeclarationDetail.Project(project.window(today), project.closesOn(), project.formVersion(), today),
                files.of(it.enterpriseId(), it.fileIds()).values(),
                declarations.events(it.id()));
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
        Map<UUID, PromiseView> promises =
                promised.of(found.stream().map(Declaration::stepCaseId).toList());
        Map<FormRef, ProjectForm> forms = new HashMap<>();
        return found.stream()
                .map(it -> DeclarationView.of(
                        it,
                        forms.computeIfAbsent(new FormRef(it.projectId(), it.formVersion()), none -> formOf(it))
                                .step(it.stepIndex())
                                .kind(),
                        promises.get(it.stepCaseId())))
                .toList();
    }

    private record FormRef(UUID project, int version) {}

    static ProblemException notFound() {
        return ProblemException.notFound("没有找到该申报");
    }
}
