package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 推荐标准 with its editions, and 统计 by town and bank. */
@RestController
@RequestMapping("/api/finance/coordination")
@Permission({FinancePermissions.READ_COORDINATION, FinancePermissions.COORDINATE})
class CoordinationController {

    private final CoordinationLists lists;
    private final CoordinationDesk desk;
    private final Exports exports;

    CoordinationController(CoordinationLists lists, CoordinationDesk desk, Exports exports) {
        this.lists = lists;
        this.desk = desk;
        this.exports = exports;
    }

    /** All editions, the one that holds first. */
    @GetMapping("/criteria")
    List<CriteriaView> criteria() {
        return lists.editions();
    }

    /** By what data can decide a criterion. */
    @GetMapping("/criterion-facts")
    List<FactView> facts() {
        return Arrays.stream(CriterionFact.values())
                .map(it -> new FactView(it, it.label()))
                .toList();
    }

    /** What was checked before stays by the edition that then was. */
    @PutMapping("/criteria")
    @Permission(FinancePermissions.COORDINATE)
    @Idempotent
    CriteriaView change(@Valid @RequestBody ChangeCriteria request, CurrentUser user) {
        return desk.changeCriteria(
                request.edition(),
                request.criteria(),
                request.note().strip(),
                new Actor(user.accountId(), user.name()));
    }

    /** To which enterprises can be recommended. */
    @GetMapping("/banks")
    List<Bank> banks() {
        return lists.banks();
    }

    @GetMapping("/figures")
    CoordinationFigures figures(@Valid CoordinationFilter filter, CurrentUser user) {
        return lists.figures(CoordinationQuery.of(scopeOf(user), filter, null));
    }

    @GetMapping("/towns/export")
    ResponseEntity<StreamingResponseBody> towns(@Valid CoordinationFilter filter, CurrentUser user) {
        List<CoordinationFigures.CoordinationTown> rows =
                lists.figures(CoordinationQuery.of(scopeOf(user), filter, null)).towns();
        return exports.file(
                FinanceAction.COORDINATION_FIGURES_EXPORTED,
                CoordinationSheets.TOWNS,
                filter,
                user,
                rows.size(),
                rows::forEach);
    }

    @GetMapping("/banks/export")
    ResponseEntity<StreamingResponseBody> banksFile(@Valid CoordinationFilter filter, CurrentUser user) {
        List<CoordinationFigures.CoordinationBank> rows =
                lists.figures(CoordinationQuery.of(scopeOf(user), filter, null)).banks();
        return exports.file(
                FinanceAction.COORDINATION_FIGURES_EXPORTED,
                CoordinationSheets.BANKS,
                filter,
                user,
                rows.size(),
                rows::forEach);
    }

    private static DataScope scopeOf(CurrentUser user) {
        return DataScope.of(user.reach(ScopedResource.LOAN_APPLICATION), user.territory(), user.accountId());
    }

    /** What data can say, by its name in the criteria. */
    record FactView(CriterionFact fact, String label) {}

    /**
     * @param edition that the change starts from
     * @param note why
     */
    record ChangeCriteria(
            @NotNull(message = "缺少版本号") Integer edition,

            @NotEmpty(message = "至少保留一项标准") @Size(max = 12, message = "标准最多 12 项")
            List<@Valid Criterion> criteria,

            @NotBlank(message = "请填写修改说明") @Size(max = 200, message = "修改说明不超过 200 字")
            String note) {}
}
