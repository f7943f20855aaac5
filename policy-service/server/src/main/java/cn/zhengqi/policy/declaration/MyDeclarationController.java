package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.project.DeclarationProject;
import cn.zhengqi.policy.project.FilledSize;
import cn.zhengqi.policy.project.ProjectForm;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.LargeBody;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The enterprise's side of its declarations. */
@RestController
@RequestMapping("/api/policy/my")
@Permission(PolicyPermissions.DECLARE)
class MyDeclarationController {

    /** As many as a list shows: each is asked after, one after another, while somebody waits. */
    private static final int MOST_ASKED = 50;

    private final Declarations declarations;
    private final DeclarationDesk desk;
    private final AskedOthers others;
    private final StepTakers takers;
    private final OneEffect once;

    MyDeclarationController(
            Declarations declarations, DeclarationDesk desk, AskedOthers others, StepTakers takers, OneEffect once) {
        this.takers = takers;
        this.declarations = declarations;
        this.desk = desk;
        this.others = others;
        this.once = once;
    }

    /** Before anything is filled in. It bars nobody unless the project says so. */
    @GetMapping("/projects/{id}/eligibility")
    Eligibility eligibility(@PathVariable UUID id, CurrentUser user) {
        UUID enterprise = user.requireEnterprise();
        DeclarationProject project = declarations.project(id);
        Declaration open = declarations.open(id, enterprise).orElse(null);
        Checked checked = others.checked(enterprise, project);
        return new Eligibility(
                checked.policy(),
                checked.audience(),
                checked.bars(project),
                open == null ? null : open.id(),
                open == null ? null : open.status());
    }

    /** Which of the projects that a list shows as open take no declaration of this enterprise. */
    @GetMapping("/projects/barred")
    BarredProjects barred(CurrentUser user) {
        UUID enterprise = user.requireEnterprise();
        return new BarredProjects(declarations.barring(MOST_ASKED).stream()
                .filter(project -> others.checked(enterprise, project).bars(project))
                .map(DeclarationProject::id)
                .toList());
    }

    /** Whoever begins twice has one draft. */
    @PostMapping("/declarations")
    @Idempotent(asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    DeclarationDetail begin(@Valid @RequestBody Begin request, CurrentUser user) {
        UUID enterprise = user.requireEnterprise();
        DeclarationProject project = declarations.project(request.projectId());
        ProjectForm form = declarations.formOf(project);
        Applicant applicant = others.applicant(user);
        AskedOthers.Known known = others.known(enterprise, form.form());
        Checked checked = project.barring() ? others.checked(enterprise, project) : Checked.NOTHING;
        return once.of(() -> desk.begin(project.id(), applicant, known, checked));
    }

    @GetMapping("/declarations")
    Page<DeclarationView> list(
            @RequestParam(required = false) @Nullable DeclarationStatus status, PageRequest page, CurrentUser user) {
        return declarations.list(DeclarationQuery.ofEnterprise(user.requireEnterprise(), status), page);
    }

    @GetMapping("/declarations/{id}")
    DeclarationDetail detail(@PathVariable UUID id, CurrentUser user) {
        return declarations.detail(id, scopeOf(user));
    }

    @PutMapping("/declarations/{id}/draft")
    @LargeBody(kilobytes = FilledSize.MOST_KILOBYTES)
    DeclarationDetail save(@PathVariable UUID id, @Valid @RequestBody Filled request, CurrentUser user) {
        return desk.save(
                id,
                request.version(),
                scopeOf(user),
                request.called(),
                Answers.of(request.answers()),
                Papers.of(request.papers()));
    }

    @PostMapping("/declarations/{id}/discard")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, @Valid @RequestBody Seen request, CurrentUser user) {
        desk.discard(id, request.version(), scopeOf(user));
    }

    @PostMapping("/declarations/{id}/submit")
    @Idempotent(required = true, asksFirst = true)
    DeclarationDetail submit(@PathVariable UUID id, @Valid @RequestBody Seen request, CurrentUser user) {
        DataScope scope = scopeOf(user);
        UUID of = declarations.detail(id, scope).declaration().projectId();
        DeclarationProject project = declarations.project(of);
        Checked checked = others.checked(user.requireEnterprise(), project);
        StepTakers.Closed closed = takers.afterThis(List.of(id));
        return once.of(() -> desk.submit(id, request.version(), scope, checked, closed, Actor.of(user)));
    }

    @PostMapping("/declarations/{id}/withdraw")
    @Idempotent
    DeclarationDetail withdraw(@PathVariable UUID id, @Valid @RequestBody Seen request, CurrentUser user) {
        return desk.withdraw(id, request.version(), scopeOf(user), Actor.of(user));
    }

    /** What was sent back; only what was marked may be another than before. */
    @PostMapping("/declarations/{id}/supplement")
    @Idempotent
    @LargeBody(kilobytes = FilledSize.MOST_KILOBYTES)
    DeclarationDetail supplement(@PathVariable UUID id, @Valid @RequestBody Filled request, CurrentUser user) {
        return desk.supplement(
                id,
                request.version(),
                scopeOf(user),
                request.called(),
                Answers.of(request.answers()),
                Papers.of(request.papers()),
                Actor.of(user));
    }

    /** What of it would be refused as it is typed so far, but for what is missing; nothing of it is kept. */
    @PostMapping("/declarations/{id}/supplement/check")
    @LargeBody(kilobytes = FilledSize.MOST_KILOBYTES)
    List<FieldProblem> checkSupplement(@PathVariable UUID id, @Valid @RequestBody Filled request, CurrentUser user) {
        return declarations.wrongIn(id, scopeOf(user), Answers.of(request.answers()), Papers.of(request.papers()));
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.ofEnterprise(user.requireEnterprise());
    }

    record BarredProjects(List<UUID> projects) {}

    record Begin(@NotNull(message = "请选择申报项目") UUID projectId) {}

    /**
     * @param version of the declaration that was filled in
     * @param contact whom the department calls; absent: as before
     * @param answers by the keys of the form
     * @param papers files by the keys of the materials
     */
    record Filled(
            @NotNull(message = "缺少版本号") Integer version,
            @Nullable @Valid Called contact,
            @NotNull(message = "缺少申报内容") Map<String, Object> answers,
            @Nullable Map<String, List<UUID>> papers) {

        @Nullable
        Contact called() {
            return contact == null ? null : Contact.of(contact.name(), contact.phone());
        }
    }

    /** As far as it was typed; it has to be whole when the declaration is handed in. */
    record Called(
            @Nullable @Size(max = 50, message = "“联系人”不超过 50 字")
            String name,

            @Nullable @Size(max = 20, message = "“联系电话”不超过 20 位")
            String phone) {}

    /** @param version of the declaration that the decision was made by */
    record Seen(@NotNull(message = "缺少版本号") Integer version) {}
}
