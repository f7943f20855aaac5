package cn.zhengqi.matching.match;

import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.code.api.InternalConsents.NamedEnterprise;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingPermissions;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.client.RemoteProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What fits an enterprise, for other systems: as long as it consents, and each reading is on its record. */
@RestController
@RequestMapping("/openapi/v1/matches")
class SystemMatchController {

    private final InternalConsents consents;
    private final Matches matches;
    private final OneEffect effect;

    SystemMatchController(InternalConsents consents, Matches matches, OneEffect effect) {
        this.consents = consents;
        this.matches = matches;
        this.effect = effect;
    }

    /**
     * Which enterprise.
     *
     * @param content of the dynamic code that it shows, {@code ZQ1:…}
     * @param uscc of one that has consented before
     */
    record Asked(
            @Nullable @Size(max = 1000) String content,
            @Nullable @Size(max = 18) String uscc) {

        @AssertTrue(message = "请提供企业码内容或统一社会信用代码之一")
        boolean isOneOfThem() {
            return (content == null) != (uscc == null);
        }
    }

    /** A POST because a code is used up by it, and because neither code nor number should stand in an address. */
    @PostMapping
    @Idempotent(asksFirst = true, answeredForSeconds = 60)
    @Permission(MatchingPermissions.READ_BY_SYSTEM)
    SystemMatch match(@Valid @RequestBody Asked asked, CallingSystem system) {
        InternalConsents.SystemMay may = consents.readBySystem(new InternalConsents.SystemAsks(
                system.id(),
                system.name(),
                system.ownerId(),
                system.ownerName(),
                system.sandbox(),
                asked.content(),
                asked.uscc()));
        InternalConsents.Refusal refusal = may.refusal();
        if (refusal != null) {
            throw new ProblemException(
                    new RemoteProblem(refusal.code(), refusal.status(), refusal.title()), refusal.detail());
        }
        NamedEnterprise enterprise = Objects.requireNonNull(may.enterprise());
        return effect.of(() -> SystemMatch.of(enterprise, matches.run(enterprise.id(), system.id())));
    }
}
