package cn.zhengqi.finance.demand;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.finance.application.LoanRequest;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.promise.ExtensionWish;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** 融资需求 for a bank: those that fit its products, and those that it claimed. */
@RestController
@RequestMapping("/api/finance")
@Permission(FinancePermissions.CLAIM_DEMANDS)
class BankDemandController {

    private static final int MOST_DIGITS = 12;

    private final Demands demands;
    private final ClaimDesk desk;
    private final DemandReadings readings;
    private final Exports exports;
    private final Clock clock;

    BankDemandController(Demands demands, ClaimDesk desk, DemandReadings readings, Exports exports, Clock clock) {
        this.demands = demands;
        this.desk = desk;
        this.readings = readings;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/demands")
    Page<DemandView> list(
            @Valid DemandFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return demands.list(DemandQuery.of(reader(user), filter, sort), page);
    }

    @GetMapping("/demands/export")
    ResponseEntity<StreamingResponseBody> export(
            @Valid DemandFilter filter, @RequestParam(required = false) @Nullable String sort, CurrentUser user) {
        DemandQuery query = DemandQuery.of(reader(user), filter, sort);
        return exports.file(
                FinanceAction.DEMANDS_EXPORTED,
                DemandSheet.SHEET,
                filter,
                user,
                demands.count(query),
                receiver -> demands.each(query, receiver));
    }

    @GetMapping("/demands/{id}")
    DemandView detail(@PathVariable UUID id, CurrentUser user) {
        return demands.detail(id, reader(user));
    }

    @GetMapping("/give-back-reasons")
    @Permission({FinancePermissions.CLAIM_DEMANDS, FinancePermissions.ASSIGN_APPLICATIONS})
    List<GiveBackReason> giveBackReasons() {
        return demands.giveBackReasons();
    }

    /** 认领, for the bank that the officer works for. */
    @PostMapping("/demands/{id}/claim")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ClaimView claim(@PathVariable UUID id, CurrentUser user) {
        return desk.claim(id, user.requireInstitution(), new Actor(user.accountId(), user.name()));
    }

    @PostMapping("/demand-claims/{id}/offer")
    @Idempotent
    @Permission({FinancePermissions.CLAIM_DEMANDS, FinancePermissions.ASSIGN_APPLICATIONS})
    ClaimView offer(@PathVariable UUID id, @Valid @RequestBody MakeOffer request, CurrentUser user) {
        user.requireInstitution();
        return desk.offer(id, request.version(), Answerer.of(user), request.toTerms());
    }

    /** More time for the answer, which somebody else has to approve. */
    @PostMapping("/demand-claims/{id}/ask-extension")
    @Idempotent
    @Permission({FinancePermissions.CLAIM_DEMANDS, FinancePermissions.ASSIGN_APPLICATIONS})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askExtension(@PathVariable UUID id, @Valid @RequestBody ExtensionWish wish, CurrentUser user) {
        user.requireInstitution();
        desk.askExtension(id, wish, user);
    }

    @PostMapping("/demand-claims/{id}/give-back")
    @Idempotent
    @Permission({FinancePermissions.CLAIM_DEMANDS, FinancePermissions.ASSIGN_APPLICATIONS})
    ClaimView giveBack(@PathVariable UUID id, @Valid @RequestBody GiveDemandBack request, CurrentUser user) {
        user.requireInstitution();
        return desk.giveBack(id, request.version(), Answerer.of(user), request.reasonCode(), request.words());
    }

    /** Whose demand it is, once the enterprise lets this bank see it; each reading is on the enterprise's record. */
    @GetMapping("/demand-claims/{id}/enterprise")
    DemandEnterprise enterprise(@PathVariable UUID id, CurrentUser user) {
        return readings.read(id, BankReach.of(user), user);
    }

    private DemandQuery.Reader reader(CurrentUser user) {
        return DemandQuery.Reader.bank(BankReach.of(user), BusinessTime.today(clock));
    }

    /**
     * @param amount yuan
     * @param rate percent a year
     * @param until last day on which it can be chosen
     */
    record MakeOffer(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "请选择产品") UUID productId,

            @NotNull(message = "请填写报价金额")
            @DecimalMin(value = "0.01", message = "报价金额应大于零")
            @DecimalMax(value = LoanRequest.MOST_YUAN, message = "报价金额不能超过 10 亿元")
            @Digits(integer = MOST_DIGITS, fraction = 2, message = "报价金额应为最多两位小数的金额")
            BigDecimal amount,

            @NotNull(message = "请填写年利率") @Digits(integer = 3, fraction = 4, message = "年利率应为最多四位小数的百分数")
            BigDecimal rate,

            @NotNull(message = "请填写期限") Integer termMonths,
            @NotNull(message = "请选择报价有效期") LocalDate until,

            @Size(max = 500, message = "说明不超过 500 字") @Nullable
            String words) {

        private ClaimDesk.Terms toTerms() {
            return new ClaimDesk.Terms(
                    productId,
                    amount.setScale(2),
                    rate,
                    termMonths,
                    until,
                    words == null || words.isBlank() ? null : words.strip());
        }
    }

    /**
     * @param reasonCode of the catalogue
     * @param words the bank's own; needed with the reason that says nothing by itself
     */
    record GiveDemandBack(
            @NotNull(message = "缺少版本号") Integer version,
            @NotBlank(message = "请选择退回原因") String reasonCode,

            @Explanation(of = "具体原因") @Nullable String words) {}
}
