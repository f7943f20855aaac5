package cn.zhengqi.matching.fill;

import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.matching.match.Matches;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller's enterprise fills in next, by its latest match; 204 while there was none. */
@RestController
class NextFactsController {

    private final Matches matches;

    NextFactsController(Matches matches) {
        this.matches = matches;
    }

    @GetMapping("/api/match/my/next-facts")
    @Permission(MatchingPermissions.OWN_ENTERPRISE)
    @Nullable
    NextFacts nextFacts(CurrentUser user, HttpServletResponse response) {
        Optional<NextFacts> next = matches.latest(user.requireEnterprise()).map(NextFactsFinder::of);
        response.setStatus(next.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NO_CONTENT);
        return next.orElse(null);
    }
}
