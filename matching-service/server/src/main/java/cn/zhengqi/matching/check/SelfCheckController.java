package cn.zhengqi.matching.check;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.web.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For anybody; the gateway limits how often one address asks. Figures come in a body, because addresses are written down on their way. Who acts for an enterprise
 * gets an answer from its profile.
 */
@RestController
@RequestMapping("/api/match/self-checks")
class SelfCheckController {

    private final SelfChecks checks;

    SelfCheckController(SelfChecks checks) {
        this.checks = checks;
    }

    /** @param facts by name; null = not known, which also takes back what the profile says */
    record Typed(
            @NotNull @Size(max = 200, message = "一次最多填写 200 项")
            Map<String, @Nullable Object> facts) {}

    /**
     * @param facts as of {@link Typed}
     * @param day for which editions are chosen; absent = today
     */
    record TypedOn(
            @NotNull @Size(max = 200, message = "一次最多填写 200 项")
            Map<String, @Nullable Object> facts,

            @Nullable LocalDate day) {}

    @GetMapping("/{kind}")
    SelfCheckForm form(@PathVariable("kind") String kind, @Nullable CurrentUser user) {
        return checks.form(
                Arrays.stream(SelfCheckKind.values())
                        .filter(one -> one.path().equals(kind))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.notFound("没有这种自查")),
                profileOf(user));
    }

    @PostMapping("/policies")
    PolicyCheck policies(@Valid @RequestBody Typed typed, @Nullable CurrentUser user) {
        return checks.policies(profileOf(user), typed.facts());
    }

    @PostMapping("/loans")
    LoanCheck loans(@Valid @RequestBody Typed typed, @Nullable CurrentUser user) {
        return checks.loans(profileOf(user), typed.facts());
    }

    @PostMapping("/srdi")
    SrdiCheck srdi(@Valid @RequestBody TypedOn typed, @Nullable CurrentUser user) {
        return checks.srdi(profileOf(user), typed.facts(), typed.day());
    }

    private static @Nullable UUID profileOf(@Nullable CurrentUser user) {
        return user != null && user.has(MatchingPermissions.OWN_ENTERPRISE) ? user.enterpriseId() : null;
    }
}
