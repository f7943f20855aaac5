package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Within a bank: officers take from the pool and hand over what they have; heads give to whom they like of theirs, and say which branch has which towns. */
@RestController
@RequestMapping("/api/finance")
@Permission({FinancePermissions.HANDLE_APPLICATIONS, FinancePermissions.ASSIGN_APPLICATIONS})
class AssignmentController {

    private final LoanApplications applications;
    private final AssignmentDesk desk;
    private final BranchTowns towns;
    private final BankPeople people;
    private final OneEffect once;

    AssignmentController(
            LoanApplications applications, AssignmentDesk desk, BranchTowns towns, BankPeople people, OneEffect once) {
        this.applications = applications;
        this.desk = desk;
        this.towns = towns;
        this.people = people;
        this.once = once;
    }

    /** To whom the caller can give an application. */
    @GetMapping("/assignees")
    BankPeople.Assignees assignees(CurrentUser user) {
        return people.assignees(user);
    }

    /** Who has applications that go on, also who is not of the bank any more. */
    @GetMapping("/handlers")
    List<HandlerLoad> handlers(CurrentUser user) {
        return applications.handlers(own(user));
    }

    @PostMapping("/applications/{id}/take")
    @Idempotent
    @Permission(FinancePermissions.HANDLE_APPLICATIONS)
    LoanApplicationView take(@PathVariable UUID id, CurrentUser user) {
        return desk.take(id, within(id, user), self(user), actor(user));
    }

    /** To an officer, or into a pool; or from a colleague to oneself. */
    @PostMapping("/applications/{id}/hand-over")
    @Idempotent(asksFirst = true)
    LoanApplicationView handOver(@PathVariable UUID id, @Valid @RequestBody HandOver request, CurrentUser user) {
        DataScope scope = within(id, user);
        Holder to = request.to().holder(people, user, applications.bankOf(id));
        return once.of(() -> desk.handOver(
                id,
                request.version(),
                scope,
                to,
                actor(user),
                user.has(FinancePermissions.ASSIGN_APPLICATIONS),
                request.reason()));
    }

    /** All that one of the own people has, for whoever leaves or is absent. */
    @PostMapping("/hand-overs")
    @Idempotent(asksFirst = true)
    @Permission(FinancePermissions.ASSIGN_APPLICATIONS)
    HandedOver handOverAll(@Valid @RequestBody HandOverAll request, CurrentUser user) {
        Holder to = request.to().holder(people, user, null);
        return once.of(() ->
                new HandedOver(desk.handOverAll(request.handlerId(), own(user), to, actor(user), request.reason())));
    }

    @GetMapping("/branch-towns")
    @Permission(FinancePermissions.ASSIGN_APPLICATIONS)
    List<BranchTowns.BranchTownLine> branchTowns(CurrentUser user) {
        return towns.ofBank(user.requireInstitution());
    }

    @PutMapping("/branch-towns/{townCode}")
    @Permission(FinancePermissions.ASSIGN_APPLICATIONS)
    List<BranchTowns.BranchTownLine> changeBranch(
            @PathVariable @Pattern(regexp = "[0-9A-Za-z_-]{1,40}", message = "镇街编号不正确") String townCode,
            @Valid @RequestBody BranchChange change,
            CurrentUser user) {
        UUID bank = user.requireInstitution();
        UUID wanted = change.branchId();
        Branch branch = null;
        if (wanted != null && !wanted.equals(bank)) {
            mustBeWithin(wanted, user);
            branch = people.pool(wanted);
        }
        return towns.change(bank, townCode, branch, change.version());
    }

    /** What the caller reads of what was made to their institution or lies there. */
    private static DataScope own(CurrentUser user) {
        user.requireInstitution();
        return DataScope.ofInstitutions(List.copyOf(user.territory().institutions()));
    }

    /** Nobody divides the work of a bank that they do not work for, however far they read. */
    private DataScope within(UUID id, CurrentUser user) {
        user.requireInstitution();
        applications.mustBeMadeTo(user.territory().institutions(), id);
        return ApplicationController.readable(user);
    }

    private static void mustBeWithin(UUID institution, CurrentUser user) {
        if (!user.territory().institutions().contains(institution)) {
            throw new ProblemException(FinanceProblem.BRANCH_UNKNOWN);
        }
    }

    private static Holder self(CurrentUser user) {
        return new Holder(
                user.requireInstitution(), Objects.requireNonNullElse(user.institutionName(), ""), actor(user));
    }

    private static Actor actor(CurrentUser user) {
        return new Actor(user.accountId(), user.name());
    }

    /**
     * An officer, or the pool of a branch; one of both.
     *
     * @param officerId of the caller's institution or below
     * @param branchId the caller's institution, one below, or the bank to which the application was made
     */
    record NextHolder(@Nullable UUID officerId, @Nullable UUID branchId) {

        Holder holder(BankPeople people, CurrentUser user, @Nullable UUID bankId) {
            if (officerId != null && branchId == null) {
                // Taking over asks nobody, as taking from the pool: it goes on while user-service is silent.
                return officerId.equals(user.accountId()) && user.has(FinancePermissions.HANDLE_APPLICATIONS)
                        ? self(user)
                        : people.officer(officerId, user);
            }
            if (branchId == null || officerId != null) {
                throw ProblemException.validation("to", "REQUIRED", "请选择办理人或网点");
            }
            if (!branchId.equals(bankId)) {
                mustBeWithin(branchId, user);
            }
            Branch pool = people.pool(branchId);
            return new Holder(pool.id(), pool.name(), null);
        }
    }

    /** @param reason needed where it is taken from somebody */
    record HandOver(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "请选择办理人或网点") NextHolder to,

            @Nullable @Explanation(of = "转办的原因", max = 200) String reason) {}

    record HandOverAll(
            @NotNull(message = "请选择原办理人") UUID handlerId,
            @NotNull(message = "请选择办理人或网点") NextHolder to,

            @NotBlank(message = "请填写转办的原因") @Explanation(of = "转办的原因", max = 200)
            String reason) {}

    /** @param branchId absent: the head office; @param version of the line that was seen, absent where there was none */
    record BranchChange(@Nullable UUID branchId, @Nullable Integer version) {}

    record HandedOver(int handedOver) {}
}
