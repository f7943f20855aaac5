package cn.zhengqi.finance.demand;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.finance.application.BankPeople;
import cn.zhengqi.finance.application.ContactNumbers;
import cn.zhengqi.finance.application.Holder;
import cn.zhengqi.finance.application.LoanApplicationView;
import cn.zhengqi.finance.application.LoanPurposes;
import cn.zhengqi.finance.application.LoanRequest;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** 我的需求: what an enterprise posts, who claimed it, and what it chooses. */
@RestController
@RequestMapping("/api/finance/my")
@Permission(FinancePermissions.POST_DEMANDS)
class MyDemandController {

    private final Demands demands;
    private final DemandDesk desk;
    private final LoanPurposes purposes;
    private final ContactNumbers numbers;
    private final InternalEnterprises register;
    private final IndustrySections sections;
    private final BankPeople people;
    private final OneEffect once;
    private final Clock clock;

    MyDemandController(
            Demands demands,
            DemandDesk desk,
            LoanPurposes purposes,
            ContactNumbers numbers,
            InternalEnterprises register,
            IndustrySections sections,
            BankPeople people,
            OneEffect once,
            Clock clock) {
        this.demands = demands;
        this.desk = desk;
        this.purposes = purposes;
        this.numbers = numbers;
        this.register = register;
        this.sections = sections;
        this.people = people;
        this.once = once;
        this.clock = clock;
    }

    @PostMapping("/demands")
    @Idempotent(required = true, asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    MyDemand post(@Valid @RequestBody PostDemand request, CurrentUser user) {
        UUID enterprise = user.requireEnterprise();
        Wish wish = request.toWish(
                purposes.inWords(request.purpose(), request.purposeNote()),
                numbers.of(user, Boolean.TRUE.equals(request.useAccountPhone()), request.contactPhone()));
        Poster poster = Poster.of(user.accountId(), register.enterprise(enterprise), sections);
        return once.of(() -> desk.post(poster, wish));
    }

    @GetMapping("/demands")
    Page<DemandView> list(
            @RequestParam(required = false) @Nullable DemandStatus status,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return demands.list(DemandQuery.of(reader(user), DemandFilter.of(status), sort), page);
    }

    @GetMapping("/demands/{id}")
    MyDemand detail(@PathVariable UUID id, CurrentUser user) {
        return demands.mine(id, reader(user));
    }

    @PostMapping("/demands/{id}/withdraw")
    @Idempotent
    MyDemand withdraw(@PathVariable UUID id, @Valid @RequestBody SeenDemand request, CurrentUser user) {
        return desk.withdraw(id, request.version(), user.requireEnterprise());
    }

    /** 同意该银行查看: from now on this bank may see whose demand it is. */
    @PostMapping("/demand-claims/{id}/show")
    @Idempotent
    MyDemand show(@PathVariable UUID id, @Valid @RequestBody SeenDemand request, CurrentUser user) {
        return desk.agree(id, request.version(), user.requireEnterprise(), actor(user));
    }

    /** 撤回同意: what the bank has read it has read; it reads no more. */
    @PostMapping("/demand-claims/{id}/hide")
    @Idempotent
    MyDemand hide(@PathVariable UUID id, @Valid @RequestBody SeenDemand request, CurrentUser user) {
        return desk.takeAgreementBack(id, request.version(), user.requireEnterprise());
    }

    /** The offer becomes an application to its bank, of who made it if they can have it still, and the demand ends. */
    @PostMapping("/demand-claims/{id}/choose")
    @Idempotent(required = true, asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    LoanApplicationView choose(@PathVariable UUID id, @Valid @RequestBody ChooseOffer request, CurrentUser user) {
        UUID enterprise = user.requireEnterprise();
        Holder offerer = desk.offerer(id, enterprise)
                .map(it -> people.stillAt(it.bankId(), it.accountId()))
                .orElse(null);
        return once.of(() -> desk.choose(id, request.version(), enterprise, actor(user), request.toChoice(), offerer)
                .outside());
    }

    private DemandQuery.Reader reader(CurrentUser user) {
        return DemandQuery.Reader.enterprise(user.requireEnterprise(), BusinessTime.today(clock));
    }

    private static Actor actor(CurrentUser user) {
        return new Actor(user.accountId(), user.name());
    }

    /**
     * A demand as it is posted.
     *
     * @param amount yuan
     * @param purpose name of one that the dictionary has under LOAN_PURPOSE
     * @param purposeNote what is added to it, needed with the one that says nothing by itself; banks read it once they may know whose demand it is
     * @param guarantees that can be given; none: unsecured credit is looked for
     * @param contactPhone needed unless the account's own number is to be taken
     * @param useAccountPhone the bank calls under the number that the person signs in with; {@code contactPhone} is not looked at
     */
    record PostDemand(
            @NotNull(message = "请填写融资金额")
            @DecimalMin(value = "0.01", message = "融资金额应大于零")
            @DecimalMax(value = LoanRequest.MOST_YUAN, message = "融资金额不能超过 10 亿元")
            @Digits(integer = Integer.MAX_VALUE, fraction = 2, message = "融资金额最多两位小数")
            BigDecimal amount,

            @NotNull(message = "请填写期限")
            @Min(value = 1, message = "期限应在 1 到 360 个月之间")
            @Max(value = 360, message = "期限应在 1 到 360 个月之间")
            Integer termMonths,

            @NotBlank(message = "请选择贷款用途") @Size(max = 100, message = "请选择列出的贷款用途")
            String purpose,

            @Size(max = 200, message = "补充说明不超过 200 字") @Nullable
            String purposeNote,

            @NotNull(message = "请选择可提供的担保") @Size(max = 3, message = "请勿重复选择担保方式")
            List<@NotNull(message = "请选择列出的担保方式") Guarantee> guarantees,

            @NotNull(message = "请选择用款日期") LocalDate wantedOn,

            @NotBlank(message = "请填写联系人") @Size(max = 50, message = "联系人不超过 50 字")
            String contactName,

            @Pattern(regexp = ContactNumbers.FORM, message = "请填写正确的手机号或带区号的座机号") @Nullable
            String contactPhone,

            @Nullable Boolean useAccountPhone,
            @NotNull(message = "缺少来源") Channel channel) {

        private Wish toWish(String purposeInWords, String phone) {
            String note = purposeNote == null || purposeNote.isBlank() ? null : purposeNote.strip();
            return new Wish(
                    amount.setScale(2),
                    termMonths,
                    purpose.strip(),
                    purposeInWords,
                    note,
                    guarantees,
                    wantedOn,
                    channel,
                    contactName.strip(),
                    phone);
        }
    }

    /** @param version of the demand or claim that the decision was made by */
    record SeenDemand(@NotNull(message = "缺少版本号") Integer version) {}

    /**
     * @param version of the claim that the decision was made by
     * @param kind as for an application; so the others
     * @param consent that the bank may see the enterprise's data; not given: refused with CONSENT_REQUIRED
     */
    record ChooseOffer(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "请选择贷款类型") LoanKind kind,
            @Nullable UUID renewsApplicationId,
            @Nullable Boolean consent,
            @NotNull(message = "缺少申请来源") Channel channel) {

        private Choice toChoice() {
            return new Choice(kind, renewsApplicationId, Boolean.TRUE.equals(consent), channel);
        }
    }
}
