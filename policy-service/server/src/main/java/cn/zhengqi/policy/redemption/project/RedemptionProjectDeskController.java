package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.desk.DueDays;
import cn.zhengqi.policy.project.Audience;
import cn.zhengqi.policy.project.AudienceConditions;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.policy.redemption.ledger.LedgerLine;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.LargeBody;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A department keeps its projects of redemption and their budgets in the console. */
@RestController
@RequestMapping("/api/policy/manage/redemption-projects")
@Permission(PolicyPermissions.MANAGE_REDEMPTION)
class RedemptionProjectDeskController {

    /** What conditions of its own are called, where something is wrong with them. */
    private static final String WHOM = "兑付对象";

    private static final int MOST_KILOBYTES = Trial.MOST_KILOBYTES_OF_CRITERIA + 16;

    private final RedemptionProjects projects;
    private final AudienceConditions audiences;
    private final OneEffect once;
    private final DueDays days;
    private final Exports exports;

    RedemptionProjectDeskController(
            RedemptionProjects projects, AudienceConditions audiences, OneEffect once, DueDays days, Exports exports) {
        this.projects = projects;
        this.audiences = audiences;
        this.once = once;
        this.days = days;
        this.exports = exports;
    }

    @GetMapping
    Page<RedemptionProjectView> list(@Valid RedemptionProjectFilter filter, PageRequest page, CurrentUser user) {
        return projects.managed(query(filter, user), page);
    }

    /** With where the money of each is, by the ledger. */
    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid RedemptionProjectFilter filter, CurrentUser user) {
        RedemptionProjectQuery query = query(filter, user);
        return exports.file(
                PolicyAction.REDEMPTION_PROJECTS_EXPORTED,
                RedemptionProjectSheet.SHEET,
                filter,
                user,
                projects.count(query),
                receiver -> projects.each(query, receiver));
    }

    /** To choose from: the same group written in two ways would exclude nothing. */
    @GetMapping("/exclusive-groups")
    List<ExclusiveGroup> groups(
            @RequestParam(required = false) @Nullable @Size(max = 50, message = "互斥组不超过 50 字") String q,
            CurrentUser user) {
        return projects.groups(q, institutions(user));
    }

    @GetMapping("/{id}")
    RedemptionProjectDetail detail(@PathVariable UUID id, CurrentUser user) {
        return projects.managed(id, institutions(user));
    }

    /** What happened to its money, the newest first. */
    @GetMapping("/{id}/entries")
    Page<LedgerLine> entries(@PathVariable UUID id, PageRequest page, CurrentUser user) {
        return projects.entries(id, institutions(user), page);
    }

    @PostMapping
    @Idempotent(asksFirst = true)
    @LargeBody(kilobytes = MOST_KILOBYTES)
    @ResponseStatus(HttpStatus.CREATED)
    RedemptionProjectView create(@Valid @RequestBody NewRedemptionProject request, CurrentUser user) {
        RedemptionProject.Owner owner = new RedemptionProject.Owner(
                user.accountId(), user.requireInstitution(), Objects.requireNonNullElse(user.institutionName(), ""));
        RedemptionContent content = request.project();
        Audience audience = audiences.told(WHOM, content.criteria(), null);
        return once.of(() -> projects.create(request.policyId(), content, audience, owner));
    }

    /** Only before it is opened: then it holds what it says. */
    @PutMapping("/{id}")
    @LargeBody(kilobytes = MOST_KILOBYTES)
    RedemptionProjectView change(
            @PathVariable UUID id, @Valid @RequestBody ChangedRedemptionProject request, CurrentUser user) {
        Set<UUID> institutions = institutions(user);
        RedemptionContent content = request.project();
        Audience audience = audiences.told(WHOM, content.criteria(), projects.audience(id, institutions));
        return projects.change(id, request.version(), content, audience, institutions);
    }

    @PostMapping("/{id}/open")
    @Idempotent
    RedemptionProjectView open(@PathVariable UUID id, @Valid @RequestBody Seen request, CurrentUser user) {
        return projects.open(id, request.version(), institutions(user), Booker.of(user));
    }

    @PostMapping("/{id}/close")
    @Idempotent
    RedemptionProjectView close(@PathVariable UUID id, @Valid @RequestBody Seen request, CurrentUser user) {
        return projects.close(id, request.version(), institutions(user));
    }

    @PostMapping("/{id}/closes-on")
    @Idempotent
    RedemptionProjectView closeOn(@PathVariable UUID id, @Valid @RequestBody ClosingDay request, CurrentUser user) {
        return projects.closeOn(id, request.version(), request.closesOn(), institutions(user));
    }

    @PostMapping("/{id}/allocate")
    @Idempotent(required = true)
    RedemptionProjectView allocate(@PathVariable UUID id, @Valid @RequestBody BudgetBooking request, CurrentUser user) {
        return projects.allocate(
                id, request.version(), request.amount(), request.note(), institutions(user), Booker.of(user));
    }

    /** Of what is free; never what is bound. */
    @PostMapping("/{id}/return")
    @Idempotent(required = true)
    RedemptionProjectView giveBack(@PathVariable UUID id, @Valid @RequestBody BudgetBooking request, CurrentUser user) {
        return projects.giveBack(
                id, request.version(), request.amount(), request.note(), institutions(user), Booker.of(user));
    }

    private RedemptionProjectQuery query(RedemptionProjectFilter filter, CurrentUser user) {
        return RedemptionProjectQuery.of(List.copyOf(institutions(user)), filter, days.closing(filter.closing()));
    }

    private static Set<UUID> institutions(CurrentUser user) {
        user.requireInstitution();
        return user.territory().institutions();
    }

    /** @param policyId under which published policy */
    record NewRedemptionProject(
            @NotNull(message = "请选择政策") UUID policyId,
            @NotNull(message = "请填写项目") @Valid RedemptionContent project) {}

    /** @param version of the project that was edited; so in all that follow */
    record ChangedRedemptionProject(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "请填写项目") @Valid RedemptionContent project) {}

    record Seen(@NotNull(message = "缺少版本号") Integer version) {}

    record ClosingDay(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "请填写截止日期") LocalDate closesOn) {}

    /** @param note by which document */
    record BudgetBooking(
            @NotNull(message = "缺少版本号") Integer version,

            @NotNull(message = "请填写金额")
            @Positive(message = "金额须大于 0")
            @Digits(integer = 12, fraction = 2, message = "金额最多两位小数")
            BigDecimal amount,

            @NotBlank(message = "请填写依据") @Size(max = 200, message = "依据不超过 200 字")
            String note) {}
}
