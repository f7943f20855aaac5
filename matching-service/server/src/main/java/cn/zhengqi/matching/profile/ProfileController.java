package cn.zhengqi.matching.profile;

import cn.zhengqi.events.audit.DayLimits;
import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The profile of the caller's enterprise. */
@RestController
@RequestMapping("/api/match/my")
@Permission(MatchingPermissions.OWN_ENTERPRISE)
class ProfileController {

    private static final DayLimits.Limit REPORTS = new DayLimits.Limit("PROFILE", "保存企业画像", 300);
    private static final DayLimits.Limit AUTHORIZATIONS = new DayLimits.Limit("TAX_AUTHORIZATION", "授权涉税数据", 50);

    private final Profiles profiles;
    private final TaxAuthorizations authorizations;
    private final DayLimits limits;

    ProfileController(Profiles profiles, TaxAuthorizations authorizations, DayLimits limits) {
        this.profiles = profiles;
        this.authorizations = authorizations;
        this.limits = limits;
    }

    /**
     * @param version of the profile that the person saw; absent = not compared
     * @param facts by name; null = not known
     */
    record Report(
            @Nullable Long version,

            @NotEmpty @Size(max = 200, message = "一次最多填写 200 项")
            Map<String, @Nullable Object> facts) {}

    record Authorization(
            @AssertTrue(message = "请先同意授权") boolean agreed,
            @NotNull @Size(min = 2, max = 200) String purpose) {}

    @GetMapping("/profile")
    Profile profile(CurrentUser user) {
        return profiles.profile(user.requireEnterprise());
    }

    @PutMapping("/profile/facts")
    Profile report(CurrentUser user, @Valid @RequestBody Report report) {
        UUID enterprise = user.requireEnterprise();
        limits.count(REPORTS, user.accountId());
        profiles.report(enterprise, report.version(), report.facts(), user.accountId());
        return profiles.profile(enterprise);
    }

    @PostMapping("/tax-authorization")
    @Permission(MatchingPermissions.CONSENT)
    Profile authorizeTax(CurrentUser user, @Valid @RequestBody Authorization authorization) {
        UUID enterprise = user.requireEnterprise();
        limits.count(AUTHORIZATIONS, user.accountId());
        authorizations.authorize(enterprise, authorization.purpose(), person(user));
        return profiles.profile(enterprise);
    }

    @DeleteMapping("/tax-authorization")
    @Permission(MatchingPermissions.CONSENT)
    Profile withdrawTax(CurrentUser user) {
        UUID enterprise = user.requireEnterprise();
        authorizations.withdraw(enterprise, person(user));
        return profiles.profile(enterprise);
    }

    private static TaxAuthorizations.Person person(CurrentUser user) {
        return new TaxAuthorizations.Person(user.accountId(), user.name());
    }
}
