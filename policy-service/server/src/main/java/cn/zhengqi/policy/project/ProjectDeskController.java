package cn.zhengqi.policy.project;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.desk.DueDays;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.LargeBody;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A department keeps its projects in the console. */
@RestController
@RequestMapping("/api/policy/manage/projects")
@Permission(PolicyPermissions.MANAGE_PROJECTS)
class ProjectDeskController {

    private static final String WHOM = "申报对象";

    private final Projects projects;
    private final StepInstitutions steps;
    private final StepPeople people;
    private final AudienceConditions audiences;
    private final OneEffect once;
    private final DueDays days;
    private final Exports exports;

    ProjectDeskController(
            Projects projects,
            StepInstitutions steps,
            StepPeople people,
            AudienceConditions audiences,
            OneEffect once,
            DueDays days,
            Exports exports) {
        this.projects = projects;
        this.steps = steps;
        this.people = people;
        this.audiences = audiences;
        this.once = once;
        this.days = days;
        this.exports = exports;
    }

    @GetMapping
    Page<ProjectView> list(@Valid ProjectFilter filter, PageRequest page, CurrentUser user) {
        return projects.managed(query(filter, user), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid ProjectFilter filter, CurrentUser user) {
        ProjectQuery query = query(filter, user);
        return exports.file(
                PolicyAction.PROJECTS_EXPORTED,
                ProjectSheet.SHEET,
                filter,
                user,
                projects.count(query),
                receiver -> projects.each(query, receiver));
    }

    /** What fields can be prefilled from. */
    @GetMapping("/facts")
    List<PrefillFact> facts() {
        return FactDictionary.inForce().offered().stream()
                .map(fact -> new PrefillFact(fact.name(), fact.label(), fact.unit()))
                .toList();
    }

    @GetMapping("/{id}")
    ProjectDetail detail(@PathVariable UUID id, CurrentUser user) {
        return projects.managed(id, institutions(user));
    }

    @PostMapping
    @Idempotent(asksFirst = true)
    @LargeBody(kilobytes = FilledSize.MOST_KILOBYTES)
    @ResponseStatus(HttpStatus.CREATED)
    ProjectDetail create(@Valid @RequestBody Create request, CurrentUser user) {
        DeclarationProject.Owner owner = new DeclarationProject.Owner(
                user.accountId(), user.requireInstitution(), Objects.requireNonNullElse(user.institutionName(), ""));
        ProjectContent content = steps.taken(request.project());
        Audience audience = audiences.told(WHOM, content.criteria(), null);
        return once.of(() -> projects.create(request.policyId(), content, audience, owner));
    }

    @PutMapping("/{id}")
    @LargeBody(kilobytes = FilledSize.MOST_KILOBYTES)
    ProjectDetail change(@PathVariable UUID id, @Valid @RequestBody Change request, CurrentUser user) {
        Set<UUID> institutions = institutions(user);
        ProjectContent content = steps.taken(request.project());
        ProjectDetail before = projects.managed(id, institutions);
        // Who lost people since it was opened can still give more time or another text.
        if (before.project().status() == ProjectStatus.OPEN && !before.steps().equals(content.steps())) {
            people.mustSuffice(before.project(), content.steps());
        }
        Audience audience = audiences.told(WHOM, content.criteria(), projects.audience(id, institutions));
        return projects.change(id, request.version(), content, audience, institutions, user.accountId());
    }

    @PostMapping("/{id}/open")
    @Idempotent(asksFirst = true)
    ProjectDetail open(@PathVariable UUID id, @Valid @RequestBody Seen request, CurrentUser user) {
        Set<UUID> institutions = institutions(user);
        ProjectDetail before = projects.managed(id, institutions);
        people.mustSuffice(before.project(), before.steps());
        return once.of(() -> projects.open(id, request.version(), institutions));
    }

    @PostMapping("/{id}/close")
    @Idempotent
    ProjectDetail close(@PathVariable UUID id, @Valid @RequestBody Seen request, CurrentUser user) {
        return projects.close(id, request.version(), institutions(user));
    }

    private ProjectQuery query(ProjectFilter filter, CurrentUser user) {
        return ProjectQuery.of(List.copyOf(institutions(user)), filter, days.closing(filter.closing()));
    }

    private static Set<UUID> institutions(CurrentUser user) {
        user.requireInstitution();
        return user.territory().institutions();
    }

    record PrefillFact(String name, String label, @Nullable String unit) {}

    /** @param policyId under which published policy */
    record Create(
            @NotNull(message = "请选择政策") UUID policyId,
            @NotNull(message = "请填写项目") @Valid ProjectContent project) {}

    /** @param version of the project that was edited */
    record Change(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "请填写项目") @Valid ProjectContent project) {}

    /** @param version of the project that the decision was made by */
    record Seen(@NotNull(message = "缺少版本号") Integer version) {}
}
