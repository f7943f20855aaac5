package cn.zhengqi.finance.demand;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 融资需求 for the finance office: all of them with what banks did, never whose they are. */
@RestController
@RequestMapping("/api/finance/all-demands")
@Permission(FinancePermissions.READ_ALL_DEMANDS)
class OfficeDemandController {

    private final Demands demands;
    private final Exports exports;
    private final Clock clock;

    OfficeDemandController(Demands demands, Exports exports, Clock clock) {
        this.demands = demands;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping
    Page<DemandView> list(
            @Valid DemandFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            PageRequest page,
            CurrentUser user) {
        return demands.list(DemandQuery.of(reader(user), filter, sort), page);
    }

    @GetMapping("/figures")
    DemandFigures figures(@Valid DemandFilter filter, CurrentUser user) {
        return demands.figures(DemandQuery.of(reader(user), filter, null));
    }

    @GetMapping("/export")
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

    @GetMapping("/{id}")
    DemandView detail(@PathVariable UUID id, CurrentUser user) {
        return demands.detail(id, reader(user));
    }

    private DemandQuery.Reader reader(CurrentUser user) {
        DataScope scope = DataScope.of(user.reach(ScopedResource.LOAN_APPLICATION), user.territory(), user.accountId());
        return DemandQuery.Reader.office(scope, BusinessTime.today(clock));
    }
}
