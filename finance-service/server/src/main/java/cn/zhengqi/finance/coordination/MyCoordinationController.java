package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.finance.application.ContactNumbers;
import cn.zhengqi.finance.application.LoanPurposes;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

/** 融资协调申报 for an enterprise: it declares itself, and sees how its cases go on, also those after a visit. */
@RestController
@RequestMapping("/api/finance/my/coordination-cases")
@Permission(FinancePermissions.DECLARE_NEED)
class MyCoordinationController {

    private final CoordinationLists lists;
    private final CoordinationDesk desk;
    private final InternalEnterprises register;
    private final LoanPurposes purposes;
    private final ContactNumbers numbers;
    private final OneEffect once;

    MyCoordinationController(
            CoordinationLists lists,
            CoordinationDesk desk,
            InternalEnterprises register,
            LoanPurposes purposes,
            ContactNumbers numbers,
            OneEffect once) {
        this.lists = lists;
        this.desk = desk;
        this.register = register;
        this.purposes = purposes;
        this.numbers = numbers;
        this.once = once;
    }

    @PostMapping
    @Idempotent(required = true, asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    CaseView declare(@Valid @RequestBody DeclareNeed request, CurrentUser user) {
        UUID enterprise = user.requireEnterprise();
        if (!Boolean.TRUE.equals(request.consent())) {
            throw new ProblemException(FinanceProblem.CONSENT_REQUIRED, "请先同意将申报信息提供给金融管理部门和推荐的银行");
        }
        Need need = request.need().toNeed(purposes);
        Contact contact = new Contact(
                request.contactName().strip(),
                numbers.of(user, Boolean.TRUE.equals(request.useAccountPhone()), request.contactPhone()));
        Party party = Party.of(register.enterprise(enterprise));
        String words = request.words() == null || request.words().isBlank()
                ? null
                : request.words().strip();
        return once.of(() -> desk.declare(party, new Actor(user.accountId(), user.name()), need, words, contact));
    }

    @GetMapping
    Page<CaseView> list(
            @RequestParam(required = false) @Nullable CaseStatus status,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return lists.cases(
                CoordinationQuery.of(scopeOf(user), CoordinationFilter.of(status), sort),
                CoordinationLists.Seen.OWN,
                page);
    }

    @GetMapping("/{id}")
    CaseView detail(@PathVariable UUID id, CurrentUser user) {
        return lists.detail(id, scopeOf(user), CoordinationLists.Seen.OWN);
    }

    @PostMapping("/{id}/withdraw")
    @Idempotent
    CaseView withdraw(@PathVariable UUID id, @Valid @RequestBody SeenCase request, CurrentUser user) {
        return desk.withdraw(id, request.version(), user.requireEnterprise());
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.ofEnterprise(user.requireEnterprise());
    }

    /**
     * What an enterprise declares.
     *
     * @param contactPhone needed unless the account's own number is to be taken
     * @param useAccountPhone the number that the person signs in with; {@code contactPhone} is not looked at
     * @param consent that the finance office and the banks it recommends to may see this; not given: refused with CONSENT_REQUIRED
     */
    record DeclareNeed(
            @Valid @NotNull(message = "请填写融资需求") StatedNeed need,

            @Size(max = 500, message = "说明不超过 500 字") @Nullable
            String words,

            @NotBlank(message = "请填写联系人") @Size(max = 50, message = "联系人不超过 50 字")
            String contactName,

            @Pattern(regexp = ContactNumbers.FORM, message = "请填写正确的手机号或带区号的座机号") @Nullable
            String contactPhone,

            @Nullable Boolean useAccountPhone,
            @Nullable Boolean consent) {}

    /** @param version of the case that the decision was made by */
    record SeenCase(@NotNull(message = "缺少版本号") Integer version) {}
}
