package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.desk.DueDays;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.promise.ExtensionWish;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Clock;
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

/** Applications for redemption in the console: of a department's own projects, because it is its money. */
@RestController
@RequestMapping("/api/policy/redemption/applications")
@Permission(PolicyPermissions.HANDLE_REDEMPTION)
class RedemptionController {

    private final Redemptions redemptions;
    private final RedemptionDesk desk;
    private final DueDays days;
    private final Exports exports;
    private final Clock clock;

    RedemptionController(Redemptions redemptions, RedemptionDesk desk, DueDays days, Exports exports, Clock clock) {
        this.redemptions = redemptions;
        this.desk = desk;
        this.days = days;
        this.exports = exports;
        this.clock = clock;
    }

    /** Also for those who pay: what is approved waits for them. */
    @GetMapping
    @Permission({
        PolicyPermissions.HANDLE_REDEMPTION,
        PolicyPermissions.PREPARE_PAYMENT,
        PolicyPermissions.APPROVE_PAYMENT
    })
    Page<RedemptionView> list(
            @Valid RedemptionFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return redemptions.list(RedemptionQuery.of(scopeOf(user), filter, sort, days.of(filter.due())), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(
            @Valid RedemptionFilter filter, @RequestParam(required = false) @Nullable String sort, CurrentUser user) {
        RedemptionQuery query = RedemptionQuery.of(scopeOf(user), filter, sort, days.of(filter.due()));
        return exports.file(
                PolicyAction.REDEMPTIONS_EXPORTED,
                RedemptionSheet.on(BusinessTime.today(clock)),
                filter,
                user,
                redemptions.count(query),
                receiver -> redemptions.each(query, receiver));
    }

    @GetMapping("/{id}")
    RedemptionDetail detail(@PathVariable UUID id, CurrentUser user) {
        return redemptions.opened(id, scopeOf(user), user);
    }

    /** The amount follows from the figure; it is reserved and shown to the public. */
    @PostMapping("/{id}/recognise")
    @Idempotent
    RedemptionDetail recognise(@PathVariable UUID id, @Valid @RequestBody RecognisedFigure request, CurrentUser user) {
        return desk.recognise(id, request.version(), scopeOf(user), request.recognition(), Booker.of(user));
    }

    /** The promised time stands still until the enterprise has supplemented. */
    @PostMapping("/{id}/send-back")
    @Idempotent
    RedemptionDetail sendBack(@PathVariable UUID id, @Valid @RequestBody ReasonedDecision request, CurrentUser user) {
        return desk.sendBack(id, request.version(), scopeOf(user), request.reason(), Booker.of(user));
    }

    /** Also while it is shown to the public; what was reserved is free again. */
    @PostMapping("/{id}/reject")
    @Idempotent
    RedemptionDetail reject(@PathVariable UUID id, @Valid @RequestBody Rejection request, CurrentUser user) {
        return desk.reject(id, request.version(), scopeOf(user), request.reason(), Booker.of(user));
    }

    /** More time for the review, which somebody else has to approve. */
    @PostMapping("/{id}/ask-extension")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askExtension(@PathVariable UUID id, @Valid @RequestBody ExtensionWish wish, CurrentUser user) {
        desk.askExtension(id, scopeOf(user), wish, user);
    }

    /** After paying failed for what is not the account's fault; where it is, the enterprise corrects its account. */
    @PostMapping("/{id}/pay-again")
    @Idempotent
    @Permission(PolicyPermissions.PREPARE_PAYMENT)
    RedemptionDetail payAgain(@PathVariable UUID id, @Valid @RequestBody ReasonedDecision request, CurrentUser user) {
        return desk.payAgain(id, request.version(), scopeOf(user), request.reason(), Booker.of(user));
    }

    static DataScope scopeOf(CurrentUser user) {
        user.requireInstitution();
        return DataScope.ofInstitutions(List.copyOf(user.territory().institutions()));
    }

    /**
     * @param version of the application that the decision was made by; so in all that follow
     * @param basis the recognised figure; absent: as it was claimed
     * @param reason why it is less
     * @param despite why it is recognised though another application of the enterprise may exclude it; required then
     */
    record RecognisedFigure(
            @NotNull(message = "缺少版本号") Integer version,

            @Nullable @PositiveOrZero(message = "不能小于 0") @Digits(integer = 12, fraction = 2, message = "最多两位小数")
            BigDecimal basis,

            @Nullable @Explanation(of = "核减的原因") String reason,
            @Nullable @Explanation(of = "仍予核定的理由") String despite) {

        Recognition recognition() {
            return new Recognition(basis, reason, despite);
        }
    }

    record ReasonedDecision(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写原因") @Explanation(of = "原因")
            String reason) {}

    record Rejection(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写驳回的原因") @Explanation(of = "驳回的原因")
            String reason) {}
}
