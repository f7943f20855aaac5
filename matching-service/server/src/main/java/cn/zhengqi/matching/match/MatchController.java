package cn.zhengqi.matching.match;

import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Matches of the caller's enterprise. */
@RestController
@RequestMapping("/api/match")
@Permission(MatchingPermissions.OWN_ENTERPRISE)
class MatchController {

    private final Matches matches;

    MatchController(Matches matches) {
        this.matches = matches;
    }

    @PostMapping("/my/match")
    MatchResult run(CurrentUser user) {
        return matches.run(user.requireEnterprise(), user.accountId());
    }

    /** 204 while there was no match yet: that is no error. */
    @GetMapping("/my/match/latest")
    @Nullable
    MatchResult latest(CurrentUser user, HttpServletResponse response) {
        Optional<MatchResult> latest = matches.latest(user.requireEnterprise());
        response.setStatus(latest.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NO_CONTENT);
        return latest.orElse(null);
    }

    /** So that nobody takes yesterday's answer for today's. */
    @GetMapping("/my/match/changes")
    Matches.Changes changes(CurrentUser user) {
        return matches.changes(user.requireEnterprise());
    }

    /** What it would be, or would have been, on another day. */
    @GetMapping("/my/match/on")
    DatedMatch on(CurrentUser user, @RequestParam("day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        return matches.on(user.requireEnterprise(), day);
    }

    @GetMapping("/results/{id}")
    MatchResult result(CurrentUser user, @PathVariable("id") UUID id) {
        return matches.find(user.requireEnterprise(), id);
    }
}
