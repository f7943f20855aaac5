package cn.zhengqi.policy.project;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.api.PolicyProjectOpened;
import cn.zhengqi.policy.catalogue.PolicyGround;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import cn.zhengqi.policy.project.DeclarationProject.Owner;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the projects under which is declared. A department has its own; what is open everybody reads. */
@Service
@Transactional
public class Projects {

    private final ProjectMapper projects;
    private final PolicyTitles policies;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Projects(ProjectMapper projects, PolicyTitles policies, Outbox outbox, AuditTrail audit, Clock clock) {
        this.projects = projects;
        this.policies = policies;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Page<ProjectView> managed(ProjectQuery query, PageRequest page) {
        return Page.of(views(projects.managed(query, page)), projects.countManaged(query), page);
    }

    long count(ProjectQuery query) {
        return projects.countManaged(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(ProjectQuery query, Consumer<ProjectView> row) {
        LocalDate today = BusinessTime.today(clock);
        Map<UUID, PolicyGround> grounds = new HashMap<>();
        projects.eachManaged(query, it -> {
            DeclarationProject project = it.getResultObject();
            PolicyGround ground = grounds.computeIfAbsent(project.policyId(), policy -> policies.ground(policy, today));
            row.accept(ProjectView.of(project, projects.taken(project.id()), ground, today));
        });
    }

    Page<ProjectView> shown(@Nullable UUID policyId, @Nullable String q, PageRequest page) {
        String pattern = LikePattern.containing(q);
        return Page.of(
                views(projects.shown(policyId, pattern, BusinessTime.today(clock), page)),
                projects.countShown(policyId, pattern, BusinessTime.today(clock)),
                page);
    }

    /** What everybody may read. @throws ProblemException NOT_FOUND for one that was not opened yet */
    ProjectDetail shown(UUID id) {
        DeclarationProject project = find(id);
        if (project.status() == ProjectStatus.DRAFT) {
            throw notFound();
        }
        return detail(project);
    }

    /** @throws ProblemException NOT_FOUND also for one of another department */
    ProjectDetail managed(UUID id, Set<UUID> institutions) {
        return detail(own(id, institutions));
    }

    /** @throws ProblemException NOT_FOUND also for one of another department */
    @Nullable
    Audience audience(UUID id, Set<UUID> institutions) {
        return own(id, institutions).audience();
    }

    /** @throws ProblemException POLICY_NOT_PUBLISHED, POLICY_OVER, FORM_INVALID, VALIDATION_FAILED */
    ProjectDetail create(
            UUID policyId, ProjectContent content, @Nullable Audience audience, Owner owner, boolean demo, Instant at) {
        check(content);
        String policy = policies.published(policyId)
                .orElseThrow(() -> new ProblemException(PolicyProblem.POLICY_NOT_PUBLISHED));
        policies.mustHold(policyId, BusinessTime.dayOf(at), "不能新建申报项目");
        DeclarationProject project = DeclarationProject.draft(policyId, policy, content, audience, owner, demo, at);
        projects.insert(project);
        projects.insertForm(form(project, content), owner.accountId(), at);
        recorded(PolicyAction.PROJECT_CREATED, null, project);
        return detail(project);
    }

    /** @param audience the conditions of the content with their words */
    ProjectDetail create(UUID policyId, ProjectContent content, @Nullable Audience audience, Owner owner) {
        return create(policyId, content, audience, owner, false, now());
    }

    private static void losesNothing(ProjectForm before, ProjectForm after, Set<String> handedIn) {
        DesignCheck.losesNothing(
                before.form(),
                before.papers().stream()
                        .filter(paper -> handedIn.contains(paper.key()))
                        .toList(),
                after.form(),
                after.papers());
    }

    /**
     * What it asks becomes a version more, unless nothing of it is another; who declared before goes on as it was.
     *
     * @param audience the conditions of the content with their words
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, FORM_INVALID, FORM_LOSES_FIELDS, VALIDATION_FAILED for fewer places than are taken
     */
    ProjectDetail change(
            UUID id,
            int seenVersion,
            ProjectContent content,
            @Nullable Audience audience,
            Set<UUID> institutions,
            UUID by) {
        check(content);
        own(id, institutions);
        // Whoever hands in at the same moment is counted, or waits until the new figure holds.
        DeclarationProject project =
                projects.lock(id).orElseThrow(Projects::notFound).seenAs(seenVersion);
        ProjectForm before = formOf(project, project.formVersion());
        ProjectForm after = form(project, content);
        boolean newForm = !before.form().equals(after.form())
                || !before.materials().equals(after.materials())
                || !before.steps().equals(after.steps());
        if (newForm) {
            Set<String> handedIn = Set.copyOf(projects.materialsHandedIn(id));
            projects.filledVersions(id).forEach(version -> losesNothing(formOf(project, version), after, handedIn));
        }
        Instant now = now();
        ProjectView seen = view(project);
        Integer places = project.quota();
        project.change(content, audience, newForm, now);
        project.mustHold(projects.taken(id), places);
        // First, so that of two at once the second is told to look again, not of a form that is there already.
        projects.update(project);
        if (newForm) {
            projects.insertForm(form(project, content), by, now);
        }
        recorded(PolicyAction.PROJECT_CHANGED, seen, project);
        return detail(project);
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, POLICY_NOT_PUBLISHED, POLICY_OVER, VALIDATION_FAILED when its window is over */
    ProjectDetail open(UUID id, int seenVersion, Set<UUID> institutions) {
        DeclarationProject project = own(id, institutions).seenAs(seenVersion);
        return open(project, now());
    }

    private ProjectDetail open(DeclarationProject project, Instant at) {
        policies.mustHold(project.policyId(), BusinessTime.dayOf(at), "不能开放申报");
        ProjectView seen = view(project);
        project.open(at);
        projects.update(project);
        outbox.publish(
                new PolicyProjectOpened(
                        project.id(), project.policyId(), project.institutionId(), project.institutionName(), at),
                project.version(),
                at);
        recorded(PolicyAction.PROJECT_OPENED, seen, project);
        return detail(project);
    }

    /** For what comes with a demo. */
    public DeclarationProject enterOpen(
            UUID policyId, ProjectContent content, UUID account, UUID institution, String institutionName, Instant at) {
        ProjectDetail made =
                create(policyId, content, null, new Owner(account, institution, institutionName), true, at);
        open(find(made.project().id()), at);
        return find(made.project().id());
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    ProjectDetail close(UUID id, int seenVersion, Set<UUID> institutions) {
        DeclarationProject project = own(id, institutions).seenAs(seenVersion);
        ProjectView seen = view(project);
        project.close(now());
        projects.update(project);
        recorded(PolicyAction.PROJECT_CLOSED, seen, project);
        return detail(project);
    }

    private static void check(ProjectContent content) {
        if (content.opensOn().isAfter(content.closesOn())) {
            throw ProblemException.validation("closesOn", "RANGE", "截止日期不能早于开始日期");
        }
        DesignCheck.of(content.form(), content.materials(), content.steps());
    }

    private static ProjectForm form(DeclarationProject project, ProjectContent content) {
        return new ProjectForm(
                project.id(),
                project.formVersion(),
                content.form(),
                FormSchema.of(content.form()),
                new Material.All(content.materials()),
                new Step.All(content.steps()));
    }

    private ProjectForm formOf(DeclarationProject project, int version) {
        return projects.form(project.id(), version).orElseThrow(Projects::notFound);
    }

    private DeclarationProject find(UUID id) {
        return projects.find(id).orElseThrow(Projects::notFound);
    }

    private DeclarationProject own(UUID id, Set<UUID> institutions) {
        return projects.find(id)
                .filter(it -> institutions.contains(it.institutionId()))
                .orElseThrow(Projects::notFound);
    }

    private ProjectDetail detail(DeclarationProject project) {
        return ProjectDetail.of(
                view(project),
                policies.beginsOn(project.policyId(), BusinessTime.today(clock)),
                project.audience(),
                formOf(project, project.formVersion()));
    }

    private ProjectView view(DeclarationProject project) {
        LocalDate today = BusinessTime.today(clock);
        return ProjectView.of(project, projects.taken(project.id()), policies.ground(project.policyId(), today), today);
    }

    private List<ProjectView> views(List<DeclarationProject> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        LocalDate today = BusinessTime.today(clock);
        Map<UUID, Long> taken = projects
                .takenOf(found.stream().map(DeclarationProject::id).toList())
                .stream()
                .collect(Collectors.toMap(ProjectMapper.Count::projectId, ProjectMapper.Count::taken));
        Map<UUID, PolicyGround> grounds = policies.grounds(
                found.stream().map(DeclarationProject::policyId).collect(Collectors.toSet()), today);
        return found.stream()
                .map(it -> ProjectView.of(
                        it, taken.getOrDefault(it.id(), 0L), Objects.requireNonNull(grounds.get(it.policyId())), today))
                .toList();
    }

    private void recorded(PolicyAction action, @Nullable ProjectView before, DeclarationProject project) {
        audit.changed(action, project.id(), project.title(), before, view(project));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static ProblemException notFound() {
        return ProblemException.notFound("没有找到该申报项目");
    }
}
