package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.events.audit.Reveals;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.promise.ExtensionWish;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
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

/** Applications in the console: each reads as far as their roles reach, and a bank decides its own. */
@RestController
@RequestMapping("/api/finance")
@Permission({FinancePermissions.HANDLE_APPLICATIONS, FinancePermissions.READ_ALL_APPLICATIONS})
class ApplicationController {

    /** Before a point, of what is looked at as an amount at all. -1e500000000 is short to send and endless to write out. */
    private static final int MOST_DIGITS = 12;

    private final LoanApplications applications;
    private final ApplicationDesk desk;
    private final EnterpriseReadings readings;
    private final ApplicationReveals reveals;
    private final Exports exports;
    private final Clock clock;

    ApplicationController(
            LoanApplications applications,
            ApplicationDesk desk,
            EnterpriseReadings readings,
            ApplicationReveals reveals,
            Exports exports,
            Clock clock) {
        this.applications = applications;
        this.desk = desk;
        this.readings = readings;
        this.reveals = reveals;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/applications")
    Page<LoanApplicationView> list(
            @Valid ApplicationFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return applications
                .list(query(filter, sort, user), page)
                .map(it -> it.seenFrom(user.territory().institutions()));
    }

    @GetMapping("/applications/{id}")
    LoanApplicationView detail(@PathVariable UUID id, CurrentUser user) {
        return applications.detail(id, readable(user)).seenFrom(user.territory().institutions());
    }

    /**
     * Who applied, by the public part of the register: for those who may read the application, and through it alone. For a bank as
     * long as the enterprise consents; each reading is on the enterprise's record.
     */
    @GetMapping("/applications/{id}/enterprise")
    RegisterBasics enterprise(@PathVariable UUID id, CurrentUser user) {
        return readings.read(id, readable(user), EnterpriseReadings.Reader.of(user));
    }

    /** One covered field, for a reason; in the scope in which the caller reads applications. */
    @PostMapping("/applications/{id}/reveal")
    @Permission(FinancePermissions.REVEAL_APPLICATIONS)
    Reveals.Revealed reveal(@PathVariable UUID id, @Valid @RequestBody Reveals.Ask ask, CurrentUser user) {
        return reveals.reveal(id, readable(user), ask, user);
    }

    @GetMapping("/applications/export")
    ResponseEntity<StreamingResponseBody> export(
            @Valid ApplicationFilter filter, @RequestParam(required = false) @Nullable String sort, CurrentUser user) {
        ApplicationQuery query = query(filter, sort, user);
        return exports.file(
                FinanceAction.APPLICATIONS_EXPORTED,
                ApplicationSheet.with(applications.refusalReasons()),
                filter,
                user,
                applications.count(query),
                receiver -> applications.each(
                        query,
                        it -> receiver.accept(it.seenFrom(user.territory().institutions()))));
    }

    @GetMapping("/refusal-reasons")
    @Permission({
        FinancePermissions.HANDLE_APPLICATIONS,
        FinancePermissions.READ_ALL_APPLICATIONS,
        FinancePermissions.ANSWER_RECOMMENDATIONS
    })
    List<RefusalReason> refusalReasons() {
        return applications.refusalReasons();
    }

    @PostMapping("/applications/{id}/accept")
    @Idempotent
    @Permission(FinancePermissions.HANDLE_APPLICATIONS)
    LoanApplicationView accept(@PathVariable UUID id, @Valid @RequestBody Accept request, CurrentUser user) {
        return desk.accept(id, request.version(), decidable(id, user), decider(user));
    }

    /** The time of the bank's answer stands still until the enterprise has supplied it. */
    @PostMapping("/applications/{id}/ask-material")
    @Idempotent
    @Permission(FinancePermissions.HANDLE_APPLICATIONS)
    LoanApplicationView askMaterial(@PathVariable UUID id, @Valid @RequestBody AskMaterial request, CurrentUser user) {
        return desk.askMaterial(id, request.version(), decidable(id, user), decider(user), request.reason());
    }

    /** More time for the answer, which somebody else of the bank, or who looks after banks, has to approve. */
    @PostMapping("/applications/{id}/ask-extension")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permission(FinancePermissions.HANDLE_APPLICATIONS)
    void askExtension(@PathVariable UUID id, @Valid @RequestBody ExtensionWish wish, CurrentUser user) {
        desk.askExtension(id, decidable(id, user), wish, user);
    }

    @PostMapping("/applications/{id}/approve")
    @Idempotent
    @Permission(FinancePermissions.HANDLE_APPLICATIONS)
    LoanApplicationView approve(@PathVariable UUID id, @Valid @RequestBody Approve request, CurrentUser user) {
        return desk.approve(id, request.version(), decidable(id, user), decider(user), request.toGrant());
    }

    @PostMapping("/applications/{id}/refuse")
    @Idempotent
    @Permission(FinancePermissions.HANDLE_APPLICATIONS)
    LoanApplicationView refuse(@PathVariable UUID id, @Valid @RequestBody Refuse request, CurrentUser user) {
        return desk.refuse(
                id, request.version(), decidable(id, user), decider(user), request.reasonCode(), request.reason());
    }

    @PostMapping("/applications/{id}/disbursements")
    @Idempotent
    @Permission(FinancePermissions.HANDLE_APPLICATIONS)
    LoanApplicationView disburse(@PathVariable UUID id, @Valid @RequestBody Disburse request, CurrentUser user) {
        return desk.disburse(
                id, request.version(), decidable(id, user), decider(user), request.toDrawdown(), request.isAnother());
    }

    @PostMapping("/applications/{id}/settle")
    @Idempotent
    @Permission(FinancePermissions.HANDLE_APPLICATIONS)
    LoanApplicationView settle(@PathVariable UUID id, @Valid @RequestBody Settle request, CurrentUser user) {
        return desk.settle(id, request.version(), decidable(id, user), decider(user));
    }

    private ApplicationQuery query(ApplicationFilter filter, @Nullable String sort, CurrentUser user) {
        return ApplicationQuery.of(readable(user), filter, sort, user.accountId(), clock.instant());
    }

    static DataScope readable(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.LOAN_APPLICATION), user.territory(), user.accountId());
    }

    /** Nobody decides for a bank that they do not work for, however far they read. */
    private DataScope decidable(UUID id, CurrentUser user) {
        user.requireInstitution();
        applications.mustBeMadeTo(user.territory().institutions(), id);
        return readable(user);
    }

    private static Decider decider(CurrentUser user) {
        return Decider.person(new Actor(user.accountId(), user.name()));
    }

    /** @param version of the application that the decision was made by; so in all that follow */
    record Accept(@NotNull(message = "缺少版本号") Integer version) {}

    /**
     * @param grantedAmount yuan
     * @param annualRate percent a year
     * @param validUntil last day on which money may be drawn
     * @param borrowedBefore mandatory for what was asked for as a first loan: false confirms that the bank found no loan before, from any institution; with true it is
     *     granted as an additional one
     * @param belowOffer why, where it is less than the offer that the enterprise chose (a higher rate, a lower amount or a shorter term): mandatory then, and the
     *     enterprise reads it
     */
    record Approve(
            @NotNull(message = "缺少版本号") Integer version,

            @NotNull(message = "请填写授信额度")
            @DecimalMax(value = LoanRequest.MOST_YUAN, message = "授信额度不能超过 10 亿元")
            @Digits(integer = MOST_DIGITS, fraction = 2, message = "授信额度应为最多两位小数的金额")
            BigDecimal grantedAmount,

            @NotNull(message = "请填写年利率") @Digits(integer = 3, fraction = 4, message = "年利率应为最多四位小数的百分数")
            BigDecimal annualRate,

            @NotNull(message = "请填写授信期限") Integer termMonths,
            @NotNull(message = "请填写授信有效期") LocalDate validUntil,
            @Nullable Boolean borrowedBefore,

            @Explanation(of = "未按报价批准的原因") @Nullable String belowOffer) {

        Grant toGrant() {
            return new Grant(grantedAmount.setScale(2), annualRate, termMonths, validUntil, borrowedBefore, belowOffer);
        }
    }

    /**
     * @param reasonCode of the catalogue
     * @param reason the bank's own words
     */
    record Refuse(
            @NotNull(message = "缺少版本号") Integer version,
            @NotBlank(message = "请选择不通过原因") String reasonCode,

            @NotBlank(message = "请填写不通过的具体原因") @Explanation(of = "具体原因")
            String reason) {}

    /**
     * @param amount yuan
     * @param disbursedOn the bank's date of payment
     * @param reference the bank's own number of the payment, once for each application
     * @param another false: one of the same amount on the same day that has a number as little is asked about first
     */
    record Disburse(
            @NotNull(message = "缺少版本号") Integer version,

            @NotNull(message = "请填写放款金额")
            @DecimalMax(value = LoanRequest.MOST_YUAN, message = "放款金额不能超过 10 亿元")
            @Digits(integer = MOST_DIGITS, fraction = 2, message = "放款金额应为最多两位小数的金额")
            BigDecimal amount,

            @NotNull(message = "请填写放款日期") LocalDate disbursedOn,

            @Pattern(regexp = Drawdown.REFERENCE, message = "放款流水号" + Drawdown.REFERENCE_FORM) @Nullable
            String reference,

            @Nullable Boolean another) {

        /** Who says nothing is not asked. */
        boolean isAnother() {
            return !Boolean.FALSE.equals(another);
        }

        Drawdown toDrawdown() {
            return new Drawdown(amount.setScale(2), disbursedOn, reference);
        }
    }

    /** @param reason what has to be supplied */
    record AskMaterial(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写需要补充的材料") @Explanation(of = "需要补充的材料")
            String reason) {}

    record Settle(@NotNull(message = "缺少版本号") Integer version) {}
}
