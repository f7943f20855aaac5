package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 申报清单: who visits, reads and checks it; the finance office recommends or rejects. */
@RestController
@RequestMapping("/api/finance/coordination-cases")
@Permission({FinancePermissions.VISIT, FinancePermissions.READ_COORDINATION, FinancePermissions.COORDINATE})
class CaseController {

    private final CoordinationLists lists;
    private final CoordinationDesk desk;
    private final InternalEnterprises register;
    private final InternalStandings profiles;
    private final Exports exports;
    private final OneEffect once;

    CaseController(
            CoordinationLists lists,
            CoordinationDesk desk,
            InternalEnterprises register,
            InternalStandings profiles,
            Exports exports,
            OneEffect once) {
        this.lists = lists;
        this.desk = desk;
        this.register = register;
        this.profiles = profiles;
        this.exports = exports;
        this.once = once;
    }

    @GetMapping
    Page<CaseView> list(
            @Valid CoordinationFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return lists.cases(CoordinationQuery.of(scopeOf(user), filter, sort), seenBy(user), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(
            @Valid CoordinationFilter filter, @RequestParam(required = false) @Nullable String sort, CurrentUser user) {
        CoordinationQuery query = CoordinationQuery.of(scopeOf(user), filter, sort);
        return exports.file(
                FinanceAction.COORDINATION_EXPORTED,
                CoordinationSheets.CASES,
                filter,
                user,
                lists.countCases(query),
                receiver -> lists.eachCase(query, seenBy(user), receiver));
    }

    @GetMapping("/{id}")
    CaseView detail(@PathVariable UUID id, CurrentUser user) {
        return lists.detail(id, scopeOf(user), seenBy(user));
    }

    /** How the enterprise stands today with the criteria as they are today: what data says, and what is left to a person. */
    @GetMapping("/{id}/check")
    @Permission(FinancePermissions.COORDINATE)
    CheckView check(@PathVariable UUID id, CurrentUser user) {
        CaseView it = lists.detail(id, scopeOf(user), CoordinationLists.Seen.ALL);
        CriteriaEdition criteria = lists.currentCriteria();
        Findings findings = Findings.byData(criteria.content(), evidence(it.enterpriseId()));
        return new CheckView(criteria.edition(), findings.items());
    }

    /** 列入推荐清单: all criteria are met, and these banks are told. */
    @PostMapping("/{id}/recommend")
    @Permission(FinancePermissions.COORDINATE)
    @Idempotent(asksFirst = true)
    CaseView recommend(@PathVariable UUID id, @Valid @RequestBody RecommendCase request, CurrentUser user) {
        DataScope scope = scopeOf(user);
        CoordinationDesk.Check check = checked(id, scope, request.edition(), request.findings());
        return once.of(() -> desk.recommend(id, request.version(), scope, check, request.banks(), actor(user)));
    }

    /** 核查不通过, with the reason that the enterprise reads. */
    @PostMapping("/{id}/reject")
    @Permission(FinancePermissions.COORDINATE)
    @Idempotent(asksFirst = true)
    CaseView reject(@PathVariable UUID id, @Valid @RequestBody RejectCase request, CurrentUser user) {
        DataScope scope = scopeOf(user);
        CoordinationDesk.Check check = checked(id, scope, request.edition(), request.findings());
        return once.of(() -> desk.reject(id, request.version(), scope, check, request.reason(), actor(user)));
    }

    /** To more banks, such as after a refusal. */
    @PostMapping("/{id}/add-banks")
    @Permission(FinancePermissions.COORDINATE)
    @Idempotent
    CaseView addBanks(@PathVariable UUID id, @Valid @RequestBody AddBanks request, CurrentUser user) {
        return desk.recommendFurther(id, request.version(), scopeOf(user), request.banks(), actor(user));
    }

    /** Banks that are silent beyond their promise are not waited for any more. */
    @PostMapping("/{id}/close")
    @Permission(FinancePermissions.COORDINATE)
    @Idempotent
    CaseView close(@PathVariable UUID id, @Valid @RequestBody CloseCase request, CurrentUser user) {
        return desk.close(id, request.version(), scopeOf(user), request.reason());
    }

    /** Others are asked without a transaction: no connection is held while they think. */
    private CoordinationDesk.Check checked(UUID id, DataScope scope, int edition, List<PersonFinding> said) {
        CaseView it = lists.detail(id, scope, CoordinationLists.Seen.ALL);
        return new CoordinationDesk.Check(
                edition,
                evidence(it.enterpriseId()),
                said.stream().map(PersonFinding::toSaid).toList());
    }

    private Evidence evidence(UUID enterprise) {
        return new Evidence(register.enterprise(enterprise), profiles.facts(enterprise));
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.LOAN_APPLICATION), user.territory(), user.accountId());
    }

    private static CoordinationLists.Seen seenBy(CurrentUser user) {
        return user.userType() == UserType.BANK
                ? CoordinationLists.Seen.byBank(List.copyOf(user.territory().institutions()))
                : CoordinationLists.Seen.ALL;
    }

    private static Actor actor(CurrentUser user) {
        return new Actor(user.accountId(), user.name());
    }

    /** @param edition of the criteria, which the decision names */
    record CheckView(int edition, List<Finding> findings) {}

    /** What the checker found of a criterion that data does not decide. */
    record PersonFinding(
            @NotBlank(message = "缺少标准代码") String code,
            @NotNull(message = "请选择是否满足") Boolean met,

            @NotBlank(message = "请填写核查说明") @Size(max = 300, message = "核查说明不超过 300 字")
            String words) {

        private Findings.Said toSaid() {
            return new Findings.Said(code, met, words.strip());
        }
    }

    /**
     * @param version of the case that the decision was made by
     * @param edition of the criteria
     */
    record RecommendCase(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "缺少标准版本") Integer edition,

            @NotNull(message = "请逐项核查") @Size(max = 20, message = "请勿重复填写")
            List<@Valid PersonFinding> findings,

            @NotEmpty(message = "请选择推荐的银行") @Size(max = 10, message = "一次最多推荐给 10 家银行")
            List<@NotNull(message = "请选择列出的银行") UUID> banks) {}

    /** @param reason as the enterprise reads it */
    record RejectCase(
            @NotNull(message = "缺少版本号") Integer version,
            @NotNull(message = "缺少标准版本") Integer edition,

            @NotNull(message = "请逐项核查") @Size(max = 20, message = "请勿重复填写")
            List<@Valid PersonFinding> findings,

            @NotBlank(message = "请填写不通过的原因") @Explanation(of = "不通过的原因")
            String reason) {}

    /** @param reason as the enterprise and the banks read it */
    record CloseCase(
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写关闭的原因") @Explanation(of = "关闭的原因")
            String reason) {}

    record AddBanks(
            @NotNull(message = "缺少版本号") Integer version,

            @NotEmpty(message = "请选择推荐的银行") @Size(max = 10, message = "一次最多推荐给 10 家银行")
            List<@NotNull(message = "请选择列出的银行") UUID> banks) {}
}
