package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.events.audit.Reveals;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.desk.DueDays;
import cn.zhengqi.policy.project.ProjectForm;
import cn.zhengqi.promise.ExtensionWish;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Declarations in the console: each reads as far as their roles reach, and an institution decides in its own steps. */
@RestController
@RequestMapping("/api/policy/declarations")
@Permission(PolicyPermissions.HANDLE_DECLARATIONS)
class DeclarationController {

    private final Declarations declarations;
    private final DeclarationReadings readings;
    private final DeclarationDesk desk;
    private final DeclarationBatch batch;
    private final Exports exports;
    private final DueDays days;
    private final StepTakers takers;
    private final OneEffect once;

    DeclarationController(
            Declarations declarations,
            DeclarationReadings readings,
            DeclarationDesk desk,
            DeclarationBatch batch,
            Exports exports,
            DueDays days,
            StepTakers takers,
            OneEffect once) {
        this.takers = takers;
        this.once = once;
        this.declarations = declarations;
        this.readings = readings;
        this.desk = desk;
        this.batch = batch;
        this.exports = exports;
        this.days = days;
    }

    @GetMapping
    Page<DeclarationView> list(
            @Valid DeclarationFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return declarations.listFor(user.territory().institutions(), query(filter, sort, user), page);
    }

    /** Of one project with all that was filled in. */
    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(
            @Valid DeclarationFilter filter, @RequestParam(required = false) @Nullable String sort, CurrentUser user) {
        DeclarationQuery query = query(filter, sort, user);
        List<ProjectForm> forms = declarations.formsOf(query);
        if (!forms.isEmpty()) {
            return exports.file(
                    PolicyAction.DECLARATIONS_EXPORTED,
                    DeclarationSheet.with(forms),
                    filter,
                    user,
                    declarations.count(query),
                    record -> readings.takenOut(query, user),
                    receiver -> declarations.eachFilled(query, row -> receiver.accept(row.seenBy(user))));
        }
        return exports.file(
                PolicyAction.DECLARATIONS_EXPORTED,
                DeclarationSheet.SHEET,
                filter,
                user,
                declarations.count(query),
                receiver -> declarations.each(query, receiver));
    }

    @GetMapping("/{id}")
    DeclarationDetail detail(@PathVariable UUID id, CurrentUser user) {
        return told(readings.open(id, readable(user), user), user);
    }

    /** One covered field, for a reason; in the scope in which the caller reads declarations. */
    @PostMapping("/{id}/reveal")
    @Permission(PolicyPermissions.REVEAL_DECLARATIONS)
    Reveals.Revealed reveal(@PathVariable UUID id, @Valid @RequestBody Reveals.Ask ask, CurrentUser user) {
        return readings.reveal(id, readable(user), ask, user);
    }

    @PostMapping("/{id}/take-on")
    @Idempotent
    DeclarationDetail takeOn(@PathVariable UUID id, @Valid @RequestBody TakeOn request, CurrentUser user) {
        return told(desk.takeOn(id, request.version(), decidable(id, user), Actor.of(user)), user);
    }

    @PostMapping("/{id}/pass")
    @Idempotent(asksFirst = true)
    DeclarationDetail pass(@PathVariable UUID id, @Valid @RequestBody Pass request, CurrentUser user) {
        DataScope scope = decidable(id, user);
        StepTakers.Closed closed = takers.afterThis(List.of(id));
        return once.of(
                () -> told(desk.pass(id, request.version(), scope, request.opinion(), closed, Actor.of(user)), user));
    }

    /** The time of the step stands still until the enterprise has supplemented. */
    @PostMapping("/{id}/send-back")
    @Idempotent
    DeclarationDetail sendBack(@PathVariable UUID id, @Valid @RequestBody SendBack request, CurrentUser user) {
        return told(
                desk.sendBack(
                        id,
                        request.version(),
                        decidable(id, user),
                        new Marks(request.marked()),
                        request.reason(),
                        Actor.of(user)),
                user);
    }

    @PostMapping("/{id}/reject")
    @Idempotent
    DeclarationDetail reject(@PathVariable UUID id, @Valid @RequestBody Reject request, CurrentUser user) {
        return told(desk.reject(id, request.version(), decidable(id, user), request.reason(), Actor.of(user)), user);
    }

    /** More time for the step, which somebody else has to approve. */
    @PostMapping("/{id}/ask-extension")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askExtension(@PathVariable UUID id, @Valid @RequestBody ExtensionWish wish, CurrentUser user) {
        desk.askExtension(id, decidable(id, user), wish, user);
    }

    /** Several with one opinion; what became of each is told for itself. */
    @PostMapping("/batch")
    @Idempotent(required = true, asksFirst = true)
    List<BatchDecision.Row> decide(@Valid @RequestBody BatchDecision request, CurrentUser user) {
        user.requireInstitution();
        StepTakers.Closed closed = request.action() == BatchDecision.Action.PASS
                ? takers.afterThis(request.ordered().keySet())
                : StepTakers.Closed.NONE;
        return once.of(
                () -> batch.decide(request, readable(user), user.territory().institutions(), closed, Actor.of(user)));
    }

    private DeclarationQuery query(DeclarationFilter filter, @Nullable String sort, CurrentUser user) {
        return DeclarationQuery.of(readable(user), filter, sort, atDesk(user), days.of(filter.due()));
    }

    static DeclarationQuery.AtDesk atDesk(CurrentUser user) {
        return new DeclarationQuery.AtDesk(List.copyOf(user.territory().institutions()), user.accountId());
    }

    static DataScope readable(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.DECLARATION), user.territory(), user.accountId());
    }

    private DeclarationDetail told(DeclarationDetail shown, CurrentUser user) {
        return declarations.readBy(Actor.of(user), user.territory().institutions(), shown);
    }

    /** Nobody decides for an institution that they do not work for, however far they read. */
    private DataScope decidable(UUID id, CurrentUser user) {
        user.requireInstitution();
        declarations.mustBeAt(user.territory().institutions(), id);
        return readable(user);
    }

    /** @param version of the declaration that the decision was made by; so in all that follow */
    record TakeOn(@NotNull(message = "缺少版本号") Integer version) {}

    record Pass(
            @NotNull(message = "缺少版本号") Integer version,

            @Nullable @Size(max = 500, message = "意见不超过 500 字")
            String opinion) {}

    /** @param marked fields and materials that have to be supplemented */
    record SendBack(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写退回的原因") @Explanation(of = "退回的原因")
            String reason,

            @NotEmpty(message = "请标注需要补正的字段或材料") @Size(max = 100, message = "标注的内容太多")
            List<Marks.@Valid Mark> marked) {}

    record Reject(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写驳回的原因") @Explanation(of = "驳回的原因")
            String reason) {}
}
