package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.redemption.project.RedemptionProjects;
import cn.zhengqi.policy.standing.PolicyStandings;
import cn.zhengqi.policy.standing.Stood;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The enterprise's side of redemption. */
@RestController
@RequestMapping("/api/policy/my/redemptions")
@Permission(PolicyPermissions.REDEEM)
class MyRedemptionController {

    private final Redemptions redemptions;
    private final RedemptionDesk desk;
    private final RedemptionProjects projects;
    private final PolicyStandings standings;
    private final InternalEnterprises register;
    private final OneEffect once;

    MyRedemptionController(
            Redemptions redemptions,
            RedemptionDesk desk,
            RedemptionProjects projects,
            PolicyStandings standings,
            InternalEnterprises register,
            OneEffect once) {
        this.redemptions = redemptions;
        this.desk = desk;
        this.projects = projects;
        this.standings = standings;
        this.register = register;
        this.once = once;
    }

    @GetMapping
    Page<RedemptionView> list(
            @RequestParam(required = false) @Nullable RedemptionStatus status, PageRequest page, CurrentUser user) {
        return redemptions.list(RedemptionQuery.ofEnterprise(user.requireEnterprise(), status), page);
    }

    @GetMapping("/{id}")
    RedemptionDetail detail(@PathVariable UUID id, CurrentUser user) {
        return redemptions.detail(id, scopeOf(user));
    }

    /** Before anything is filled in. By the conditions nobody is barred unless the project says so; what excludes it the submission refuses. */
    @GetMapping("/projects/{id}/eligibility")
    RedemptionEligibility eligibility(@PathVariable UUID id, CurrentUser user) {
        UUID enterprise = user.requireEnterprise();
        RedemptionProject project = projects.opened(id);
        return redemptions.eligibility(enterprise, project, stood(enterprise, project));
    }

    @PostMapping
    @Idempotent(required = true, asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    RedemptionDetail submit(@Valid @RequestBody NewRedemption request, CurrentUser user) {
        Claimant claimant = claimant(user);
        Claimed claimed = request.claim().by(claimant);
        RedemptionProject project = projects.opened(request.projectId());
        Stood stood = stood(claimant.enterpriseId(), project);
        return once.of(() -> desk.submit(project.id(), claimant, claimed, stood, Booker.of(user)));
    }

    /** What was sent back. */
    @PostMapping("/{id}/supplement")
    @Idempotent(asksFirst = true)
    RedemptionDetail supplement(
            @PathVariable UUID id, @Valid @RequestBody SupplementedRedemption request, CurrentUser user) {
        redemptions.mustBeWithin(id, scopeOf(user));
        Claimed claimed = request.claim().by(claimant(user));
        return once.of(() -> desk.supplement(id, request.version(), scopeOf(user), claimed, Booker.of(user)));
    }

    @PostMapping("/{id}/withdraw")
    @Idempotent
    RedemptionDetail withdraw(@PathVariable UUID id, @Valid @RequestBody Seen request, CurrentUser user) {
        return desk.withdraw(id, request.version(), scopeOf(user), Booker.of(user));
    }

    /** Also after paying failed: then it is paid with another batch. */
    @PostMapping("/{id}/account")
    @Idempotent(asksFirst = true)
    RedemptionDetail changeAccount(
            @PathVariable UUID id, @Valid @RequestBody CorrectedAccount request, CurrentUser user) {
        redemptions.mustBeWithin(id, scopeOf(user));
        Account account = Account.of(request.account(), claimant(user).name());
        return once.of(() -> desk.changeAccount(id, request.version(), scopeOf(user), account, Booker.of(user)));
    }

    /** 免申即享: takes what is offered, with one tap and an account. */
    @PostMapping("/{id}/confirm")
    @Idempotent(asksFirst = true)
    RedemptionDetail confirm(@PathVariable UUID id, @Valid @RequestBody CorrectedAccount request, CurrentUser user) {
        redemptions.mustBeWithin(id, scopeOf(user));
        Account account = Account.of(request.account(), claimant(user).name());
        return once.of(() -> desk.confirm(id, request.version(), scopeOf(user), account, Booker.of(user)));
    }

    /** Leaves what is offered. */
    @PostMapping("/{id}/decline")
    @Idempotent
    RedemptionDetail decline(@PathVariable UUID id, @Valid @RequestBody Seen request, CurrentUser user) {
        return desk.decline(id, request.version(), scopeOf(user), Booker.of(user));
    }

    private Stood stood(UUID enterprise, RedemptionProject project) {
        return standings.stood(enterprise, project.policyId(), project.id(), project.criteria());
    }

    /** Who it is says the register, not who asks. @throws cn.zhengqi.kernel.ProblemException SERVICE_UNAVAILABLE while it cannot */
    private Claimant claimant(CurrentUser user) {
        return Claimant.of(register.enterprise(user.requireEnterprise()));
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.ofEnterprise(user.requireEnterprise());
    }

    /**
     * What is claimed.
     *
     * @param basis the figure by which the project's rule goes, where it goes by one
     * @param files evidence, uploaded before
     */
    record RedemptionClaim(
            @Nullable @PositiveOrZero(message = "不能小于 0") @Digits(integer = 12, fraction = 2, message = "最多两位小数")
            BigDecimal basis,

            @Nullable @Size(max = 1000, message = "说明不超过 1000 字")
            String statement,

            @Nullable @Size(max = 20, message = "材料不超过 20 份")
            List<@NotNull(message = "缺少文件") UUID> files,

            @NotNull(message = "请填写收款账户") @Valid AccountForm account) {

        Claimed by(Claimant claimant) {
            return new Claimed(
                    basis,
                    statement == null ? "" : statement.strip(),
                    Objects.requireNonNullElse(files, List.<UUID>of()).stream()
                            .distinct()
                            .toList(),
                    Account.of(account, claimant.name()));
        }
    }

    record NewRedemption(
            @NotNull(message = "请选择兑付项目") UUID projectId,
            @NotNull(message = "请填写申请内容") @Valid RedemptionClaim claim) {}

    /** @param version of the application that was filled in; so in all that follow */
    record SupplementedRedemption(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "请填写申请内容") @Valid RedemptionClaim claim) {}

    record Seen(@NotNull(message = "缺少版本号") Integer version) {}

    record CorrectedAccount(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "请填写收款账户") @Valid AccountForm account) {}
}
