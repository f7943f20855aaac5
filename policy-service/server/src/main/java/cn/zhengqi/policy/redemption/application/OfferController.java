package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * 免申即享: of those whom the reverse match finds for the policy the department chooses to whom it offers. That each qualifies matching-service is asked here once more,
 * and its answer is kept as the evidence.
 */
@RestController
@RequestMapping("/api/policy/manage/redemption-projects/{id}/offers")
@Permission(PolicyPermissions.HANDLE_REDEMPTION)
class OfferController {

    /** Each is asked after, one after another, while somebody waits. */
    private static final int MOST = 50;

    private final RedemptionOffers offers;
    private final OfferCheck check;
    private final OneEffect once;

    OfferController(RedemptionOffers offers, OfferCheck check, OneEffect once) {
        this.offers = offers;
        this.check = check;
        this.once = once;
    }

    @PostMapping
    @Idempotent(required = true, asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    OfferedRedemptions offer(@PathVariable UUID id, @Valid @RequestBody NewOffers request, CurrentUser user) {
        user.requireInstitution();
        List<Found> found = check.found(
                id,
                request.offers(),
                user.territory().institutions(),
                DataScope.of(user.reach(ScopedResource.ENTERPRISE), user.territory(), user.accountId()));
        return once.of(() -> new OfferedRedemptions(offers.offer(id, found, Booker.of(user))));
    }

    /** Which of these have one that lives, so that a list is not made with them. */
    @GetMapping
    List<OfferedAlready> offered(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") @Size(max = 100, message = "一次不超过 100 家企业") Set<UUID> enterprises,
            CurrentUser user) {
        user.requireInstitution();
        return offers.offered(id, enterprises, user.territory().institutions());
    }

    /**
     * What a list comes to before it is made: whoever makes it reads that, and whether the budget has room for it.
     *
     * @param enterprises as many as are on it
     * @param basis the figure of each, where the rule goes by one
     */
    @GetMapping("/sum")
    OfferSum sum(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0")
                    @PositiveOrZero(message = "不能小于 0")
                    @Max(value = MOST, message = "一次不超过 50 家企业")
                    int enterprises,
            @RequestParam(defaultValue = "")
                    List<
                                    @PositiveOrZero(message = "不能小于 0")
                                    @Digits(integer = 12, fraction = 2, message = "最多两位小数") BigDecimal>
                            basis,
            CurrentUser user) {
        user.requireInstitution();
        return offers.sum(id, enterprises, basis, user.territory().institutions());
    }

    /**
     * In yuan.
     *
     * @param yuan together
     * @param free of the budget
     */
    record OfferSum(BigDecimal yuan, BigDecimal free) {}

    /** @param status of the application that the enterprise has under the project */
    record OfferedAlready(UUID enterpriseId, UUID redemptionId, RedemptionStatus status) {}

    record NewOffers(
            @NotEmpty(message = "请选择企业") @Size(max = MOST, message = "一次不超过 50 家企业")
            List<@NotNull(message = "请选择企业") @Valid Offer> offers) {}

    record OfferedRedemptions(List<RedemptionView> offered) {}
}
