package cn.zhengqi.matching.match;

import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Matches of the caller's enterprise. */
@RestController
@RequestMapping("/api/match")
@Permission("enterprise.own")
class MatchController {

    private final Matches matches;

    MatchController(Matches matches) {
        this.matches = matches;
    }

    @PostMapping("/my/match")
    MatchResult run(CurrentUser user) {
        return matches.run(user.requireEnterprise(), user.accountId());
    }

    @GetMapping("/my/match/latest")
    MatchResult latest(CurrentUser user) {
        return matches.latest(user.requireEnterprise());
    }

    @GetMapping("/results/{id}")
    MatchResult result(CurrentUser user, @PathVariable("id") UUID id) {
        return matches.find(user.requireEnterprise(), id);
    }
}
