package cn.zhengqi.code.consent;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/code/my/consents")
@Permission(CodePermissions.OWN_ENTERPRISE)
class ConsentController {

    private final Consents consents;
    private final Clock clock;

    ConsentController(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    record ConsentRequest(@NotNull Boolean granted) {}

    @GetMapping
    List<Consent> mine(CurrentUser user) {
        return consents.of(user.requireEnterprise());
    }

    @PutMapping("/{category}")
    List<Consent> set(
            @PathVariable("category") ConsentCategory category,
            @Valid @RequestBody ConsentRequest request,
            CurrentUser user) {
        UUID enterpriseId = user.requireEnterprise();
        consents.set(enterpriseId, category, request.granted(), Actor.of(user), clock.instant());
        return consents.of(enterpriseId);
    }
}
