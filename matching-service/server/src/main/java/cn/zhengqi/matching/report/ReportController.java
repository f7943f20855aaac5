package cn.zhengqi.matching.report;

import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.matching.match.Matches;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The report of the caller's latest match; 204 while there was none. */
@RestController
class ReportController {

    private final Matches matches;

    ReportController(Matches matches) {
        this.matches = matches;
    }

    @GetMapping("/api/match/my/report")
    @Permission(MatchingPermissions.OWN_ENTERPRISE)
    @Nullable
    PlanningReport report(CurrentUser user, HttpServletResponse response) {
        Optional<PlanningReport> report =
                matches.latest(user.requireEnterprise()).map(Planner::plan);
        response.setStatus(report.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NO_CONTENT);
        return report.orElse(null);
    }
}
