package cn.zhengqi.matching.recommendation;

import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The switch of the caller's enterprise. */
@RestController
@RequestMapping("/api/match/my/recommendations")
@Permission(MatchingPermissions.OWN_ENTERPRISE)
class RecommendationController {

    private final Recommendations recommendations;

    RecommendationController(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    record Choice(@NotNull Boolean personalised) {}

    @GetMapping
    RecommendationChoice mine(CurrentUser user) {
        return recommendations.of(user.requireEnterprise());
    }

    @PutMapping
    @Permission(MatchingPermissions.CONSENT)
    RecommendationChoice choose(@Valid @RequestBody Choice choice, CurrentUser user) {
        return recommendations.choose(user.requireEnterprise(), choice.personalised(), user);
    }
}
