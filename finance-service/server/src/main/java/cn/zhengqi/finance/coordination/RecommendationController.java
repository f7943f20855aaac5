package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.application.LoanRequest;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.promise.ExtensionWish;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
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

/** 推荐清单: a bank reads what was recommended to it and answers; the offices read what became of it. */
@RestController
@RequestMapping("/api/finance/recommendations")
@Permission({
    FinancePermissions.ANSWER_RECOMMENDATIONS,
    FinancePermissions.READ_COORDINATION,
    FinancePermissions.COORDINATE
})
class RecommendationController {

    private static final int MOST_DIGITS = 12;

    private final CoordinationLists lists;
    private final RecommendationDesk desk;
    private final Exports exports;

    RecommendationController(CoordinationLists lists, RecommendationDesk desk, Exports exports) {
        this.lists = lists;
        this.desk = desk;
        this.exports = exports;
    }

    @GetMapping
    Page<RecommendationView> list(
            @Valid CoordinationFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return lists.recommendations(CoordinationQuery.of(scopeOf(user), filter, sort), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(
            @Valid CoordinationFilter filter, @RequestParam(required = false) @Nullable String sort, CurrentUser user) {
        CoordinationQuery query = CoordinationQuery.of(scopeOf(user), filter, sort);
        return exports.file(
                FinanceAction.RECOMMENDATIONS_EXPORTED,
                CoordinationSheets.RECOMMENDATIONS,
                filter,
                user,
                lists.countRecommendations(query),
                receiver -> lists.eachRecommendation(query, receiver));
    }

    @GetMapping("/{id}")
    RecommendationView detail(@PathVariable UUID id, CurrentUser user) {
        return lists.recommendation(id, scopeOf(user));
    }

    @PostMapping("/{id}/grant")
    @Permission(FinancePermissions.ANSWER_RECOMMENDATIONS)
    @Idempotent
    RecommendationView grant(@PathVariable UUID id, @Valid @RequestBody GrantCredit request, CurrentUser user) {
        return desk.grant(
                id,
                request.version(),
                user.territory().institutions(),
                request.amount().setScale(2),
                request.rate(),
                request.termMonths(),
                request.words() == null || request.words().isBlank()
                        ? null
                        : request.words().strip(),
                Officer.of(user));
    }

    @PostMapping("/{id}/refuse")
    @Permission(FinancePermissions.ANSWER_RECOMMENDATIONS)
    @Idempotent
    RecommendationView refuse(@PathVariable UUID id, @Valid @RequestBody RefuseCredit request, CurrentUser user) {
        return desk.refuse(
                id,
                request.version(),
                user.territory().institutions(),
                request.reasonCode(),
                request.words(),
                Officer.of(user));
    }

    /** The enterprise has credit of this bank already. */
    @PostMapping("/{id}/already-served")
    @Permission(FinancePermissions.ANSWER_RECOMMENDATIONS)
    @Idempotent
    RecommendationView serve(@PathVariable UUID id, @Valid @RequestBody AlreadyServed request, CurrentUser user) {
        return desk.serve(id, request.version(), user.territory().institutions(), request.words(), Officer.of(user));
    }

    /** More time for the answer, which somebody else has to approve. */
    @PostMapping("/{id}/ask-extension")
    @Permission(FinancePermissions.ANSWER_RECOMMENDATIONS)
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askExtension(@PathVariable UUID id, @Valid @RequestBody ExtensionWish wish, CurrentUser user) {
        user.requireInstitution();
        desk.askExtension(id, user.territory().institutions(), wish, user);
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.LOAN_APPLICATION), user.territory(), user.accountId());
    }

    /**
     * @param amount yuan
     * @param rate percent a year
     */
    record GrantCredit(
            @NotNull(message = "缺少版本号") Integer version,

            @NotNull(message = "请填写授信额度")
            @DecimalMin(value = "0.01", message = "授信额度应大于零")
            @DecimalMax(value = LoanRequest.MOST_YUAN, message = "授信额度不能超过 10 亿元")
            @Digits(integer = MOST_DIGITS, fraction = 2, message = "授信额度应为最多两位小数的金额")
            BigDecimal amount,

            @NotNull(message = "请填写年利率") @Digits(integer = 3, fraction = 4, message = "年利率应为最多四位小数的百分数")
            BigDecimal rate,

            @NotNull(message = "请填写期限")
            @Min(value = 1, message = "期限应在 1 到 360 个月之间")
            @Max(value = 360, message = "期限应在 1 到 360 个月之间")
            Integer termMonths,

            @Size(max = 500, message = "说明不超过 500 字") @Nullable
            String words) {}

    /** @param reasonCode of the catalogue */
    record RefuseCredit(
            @NotNull(message = "缺少版本号") Integer version,
            @NotBlank(message = "请选择不予授信的原因") String reasonCode,

            @NotBlank(message = "请填写不予授信的具体原因") @Explanation(of = "具体原因")
            String words) {}

    record AlreadyServed(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请说明已有的服务") @Explanation(of = "已有的服务")
            String words) {}
}
