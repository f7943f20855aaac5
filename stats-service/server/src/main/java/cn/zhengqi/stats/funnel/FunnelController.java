package cn.zhengqi.stats.funnel;

import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.stats.StatsPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The funnel of each policy (POLICY-07): for who reaches all declarations of all policies, for a department of those under which it has projects, with what was done there. */
@RestController
@RequestMapping("/api/stats/policy-funnel")
@Permission(StatsPermissions.READ_POLICY_FUNNEL)
class FunnelController {

    private final FunnelList funnels;
    private final Exports exports;

    FunnelController(FunnelList funnels, Exports exports) {
        this.funnels = funnels;
        this.exports = exports;
    }

    @GetMapping
    Page<PolicyFunnel> list(@Valid FunnelFilter filter, PageRequest page, CurrentUser user) {
        return funnels.page(filter, page, user);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid FunnelFilter filter, CurrentUser user) {
        return exports.file(
                StatsAction.POLICY_FUNNEL_EXPORTED,
                FunnelSheet.SHEET,
                filter,
                user,
                funnels.count(filter, user),
                receiver -> funnels.each(filter, user, receiver));
    }
}
