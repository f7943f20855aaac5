package cn.zhengqi.matching.report;

import cn.zhengqi.matching.match.Matches;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The report of the caller's latest match. */
@RestController
class ReportController {

    private final Matches matches;

    ReportController(Matches matches) {
        this.matches = matches;
    }

    @GetMapping("/api/match/my/report")
    @Permission("enterprise.own")
    PlanningReport report(CurrentUser user) {
        return Planner.plan(matches.latest(user.requireEnterprise()));
    }
}
