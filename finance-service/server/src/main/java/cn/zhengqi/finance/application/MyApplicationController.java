package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.enterprise.ActedFor;
import cn.zhengqi.finance.enterprise.Enterprises;
import cn.zhengqi.finance.match.MatchResults;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
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

/** The enterprise's side of its applications. */
@RestController
@RequestMapping("/api/finance/my")
@Permission(FinancePermissions.APPLY)
class MyApplicationController {

    private final LoanApplications applications;
    private final ApplicationDesk desk;
    private final Enterprises enterprises;
    private final MatchResults results;
    private final ContactNumbers numbers;
    private final LoanPurposes purposes;
    private final OneEffect once;
    private final Clock clock;

    MyApplicationController(
            LoanApplications applications,
            ApplicationDesk desk,
            Enterprises enterprises,
            MatchResults results,
            ContactNumbers numbers,
            LoanPurposes purposes,
            OneEffect once,
            Clock clock) {
        this.applications = applications;
        this.desk = desk;
        this.enterprises = enterprises;
        this.results = results;
        this.numbers = numbers;
        this.purposes = purposes;
        this.once = once;
        this.clock = clock;
    }

    @PostMapping("/applications")
    @Idempotent(required = true, asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    LoanApplicationView submit(@Valid @RequestBody Submit request, CurrentUser user) {
        Applicant applicant = applicant(user);
        LoanRequest wish = request.toLoanRequest(
                purposes.inWords(request.purpose(), request.purposeNote()),
                numbers.of(user, request.accountPhone(), request.contactPhone()),
                results.own(request.matchResultId(), applicant.enterpriseId()));
        return once.of(() -> desk.submit(request.productId(), applicant, wish).outside());
    }

    @GetMapping("/applications")
    Page<LoanApplicationView> list(
            @RequestParam(required = false) @Nullable ApplicationStatus status, PageRequest page, CurrentUser user) {
        return applications
                .list(
                        ApplicationQuery.of(scopeOf(user), ApplicationFilter.of(status), null, null, clock.instant()),
                        page)
                .map(LoanApplicationView::outside);
    }

    @GetMapping("/applications/{id}")
    LoanApplicationView detail(@PathVariable UUID id, CurrentUser user) {
        return applications.detail(id, scopeOf(user)).outside();
    }

    @PostMapping("/applications/{id}/withdraw")
    @Idempotent
    LoanApplicationView withdraw(@PathVariable UUID id, @Valid @RequestBody Withdraw request, CurrentUser user) {
        return desk.withdraw(id, request.version(), scopeOf(user), actor(user)).outside();
    }

    /** What the bank asked for; it goes on with the case. */
    @PostMapping("/applications/{id}/supply-material")
    @Idempotent
    LoanApplicationView supplyMaterial(
            @PathVariable UUID id, @Valid @RequestBody SupplyMaterial request, CurrentUser user) {
        return desk.supplyMaterial(
                        id,
                        request.version(),
                        scopeOf(user),
                        actor(user),
                        request.words(),
                        request.files() == null ? List.of() : request.files())
                .outside();
    }

    /** Files that the bank did not ask for, before it has decided. */
    @PostMapping("/applications/{id}/add-files")
    @Idempotent
    LoanApplicationView addFiles(@PathVariable UUID id, @Valid @RequestBody AddFiles request, CurrentUser user) {
        return desk.addFiles(id, request.version(), scopeOf(user), actor(user), request.files())
                .outside();
    }

    /** Whether the next loan is the first on the platform or one more, and which earlier ones may be renewed: with a product, at its bank. */
    @GetMapping("/application-kind")
    LoanApplications.KindOfNextLoan kind(@RequestParam(required = false) @Nullable UUID product, CurrentUser user) {
        return applications.kindOfNextLoan(user.requireEnterprise(), product);
    }

    private Applicant applicant(CurrentUser user) {
        ActedFor enterprise = enterprises.actedForBy(user);
        return new Applicant(actor(user), enterprise.id(), enterprise.name(), enterprise.townCode(), enterprise.demo());
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.ofEnterprise(user.requireEnterprise());
    }

    private static Actor actor(CurrentUser user) {
        return new Actor(user.accountId(), user.name());
    }

    /**
     * An application as it is handed in.
     *
     * @param amount yuan
     * @param purpose name of one that the dictionary has under LOAN_PURPOSE
     * @param purposeNote what is added to it; needed with the one that says nothing by itself
     * @param kind FIRST only where no loan was granted on the platform before; RENEWAL of one of the same bank; ADDITIONAL is neither
     * @param renewsApplicationId the earlier loan, for a renewal and for nothing else; of another bank: refused with EARLIER_LOAN_OF_ANOTHER_BANK
     * @param contactPhone needed unless the account's own number is to be taken
     * @param useAccountPhone the bank calls under the number that the person signs in with; {@code contactPhone} is not looked at
     * @param consent that the bank may see the enterprise's data; not given: refused with CONSENT_REQUIRED
     * @param matchResultId the match from which it was started; of another enterprise: refused with MATCH_RESULT_UNKNOWN
     */
    record Submit(
            @NotNull(message = "请选择贷款产品") UUID productId,

            @NotNull(message = "请填写申请金额")
            @DecimalMin(value = "0.01", message = "申请金额应大于零")
            @DecimalMax(value = LoanRequest.MOST_YUAN, message = "申请金额不能超过 10 亿元")
            @Digits(integer = Integer.MAX_VALUE, fraction = 2, message = "申请金额最多两位小数")
            BigDecimal amount,

            @NotNull(message = "请填写贷款期限")
            @Min(value = 1, message = "贷款期限应在 1 到 360 个月之间")
            @Max(value = 360, message = "贷款期限应在 1 到 360 个月之间")
            Integer termMonths,

            @NotBlank(message = "请选择贷款用途") @Size(max = 100, message = "请选择列出的贷款用途")
            String purpose,

            @Size(max = 200, message = "用途说明不超过 200 字") @Nullable
            String purposeNote,

            @NotNull(message = "请选择贷款类型") LoanKind kind,
            @Nullable UUID renewsApplicationId,

            @NotBlank(message = "请填写联系人") @Size(max = 50, message = "联系人不超过 50 字")
            String contactName,

            @Pattern(regexp = ContactNumbers.FORM, message = "请填写正确的手机号或带区号的座机号") @Nullable
            String contactPhone,

            @Nullable Boolean useAccountPhone,

            @Nullable Boolean consent,
            @Nullable UUID matchResultId,
            @NotNull(message = "缺少申请来源") Channel channel) {

        boolean accountPhone() {
            return Boolean.TRUE.equals(useAccountPhone);
        }

        /**
         * @param purposeInWords as the bank reads it
         * @param phone under which the bank calls
         * @param startedFrom the match result that is kept with it
         */
        LoanRequest toLoanRequest(String purposeInWords, String phone, @Nullable UUID startedFrom) {
            return new LoanRequest(
                    amount.setScale(2),
                    termMonths,
                    purposeInWords,
                    kind,
                    renewsApplicationId,
                    channel,
                    contactName.strip(),
                    phone,
                    Boolean.TRUE.equals(consent),
                    startedFrom,
                    null);
        }
    }

    /**
     * Words, files, or both.
     *
     * @param words about what is supplied, and how the bank gets what is not among the files
     * @param files that were uploaded before
     */
    record SupplyMaterial(
            @NotNull(message = "缺少版本号") Integer version,

            @Explanation(of = "补充说明") @Nullable String words,

            @Size(max = ApplicationFiles.MOST, message = "文件一次最多 " + ApplicationFiles.MOST + " 份") @Nullable
            List<@NotNull(message = "请选择上传的文件") UUID> files) {}

    /** @param files that were uploaded before */
    record AddFiles(
            @NotNull(message = "缺少版本号") Integer version,

            @NotEmpty(message = "请上传文件")
            @Size(max = ApplicationFiles.MOST, message = "文件一次最多 " + ApplicationFiles.MOST + " 份")
            List<@NotNull(message = "请选择上传的文件") UUID> files) {}

    /** @param version of the application that the decision was made by */
    record Withdraw(@NotNull(message = "缺少版本号") Integer version) {}
}
