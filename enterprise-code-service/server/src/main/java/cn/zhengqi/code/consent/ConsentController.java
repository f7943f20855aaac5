package cn.zhengqi.code.consent;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.events.audit.DayLimits;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private static final DayLimits.Limit CHANGES = new DayLimits.Limit("CONSENT", "修改数据授权", 200);

    private final Consents consents;
    private final Receivers receivers;
    private final DayLimits limits;
    private final Clock clock;

    ConsentController(Consents consents, Receivers receivers, DayLimits limits, Clock clock) {
        this.consents = consents;
        this.receivers = receivers;
        this.limits = limits;
        this.clock = clock;
    }

    /** @param validUntil last day of what is granted, within three years; absent: as it stands, or two years from now */
    record ConsentRequest(
            @NotNull Boolean granted, @Nullable LocalDate validUntil) {}

    /**
     * @param validUntil as in {@link ConsentRequest}
     * @param scanners to whom what is granted is shown on a scan: needed with what scanners see, unless it stands already and stays theirs
     */
    record CategoryRequest(
            @NotNull Boolean granted,
            @Nullable LocalDate validUntil,
            @Nullable Set<@NotNull ScannerKind> scanners) {}

    @GetMapping
    List<Consent> mine(CurrentUser user) {
        return receivers.told(consents.of(user.requireEnterprise()));
    }

    @GetMapping("/history")
    Page<ConsentChange> history(CurrentUser user, PageRequest page) {
        return consents.history(user.requireEnterprise(), page);
    }

    @PutMapping("/{category}")
    @Permission(CodePermissions.CONSENT)
    List<Consent> set(
            @PathVariable("category") ConsentCategory category,
            @Valid @RequestBody CategoryRequest request,
            CurrentUser user) {
        UUID enterpriseId = user.requireEnterprise();
        limits.count(CHANGES, user.accountId());
        consents.set(
                enterpriseId,
                category,
                request.granted(),
                request.validUntil(),
                request.scanners(),
                Actor.of(user),
                clock.instant());
        return receivers.told(consents.of(enterpriseId));
    }

    /** For the systems of an enterprise or institution that asked: what they may read of what fits this one. */
    @PutMapping("/systems/{ownerId}")
    @Permission(CodePermissions.CONSENT)
    List<Consent> setForSystem(
            @PathVariable("ownerId") UUID ownerId, @Valid @RequestBody ConsentRequest request, CurrentUser user) {
        UUID enterpriseId = user.requireEnterprise();
        limits.count(CHANGES, user.accountId());
        if (request.granted()) {
            receivers.mustTakePart(ownerId);
        }
        consents.setForSystem(
                enterpriseId, ownerId, request.granted(), request.validUntil(), Actor.of(user), clock.instant());
        return receivers.told(consents.of(enterpriseId));
    }

    /** For a bank to which the enterprise applied: what it may read of the register. */
    @PutMapping("/banks/{bankId}")
    @Permission(CodePermissions.CONSENT)
    List<Consent> setForBank(
            @PathVariable("bankId") UUID bankId, @Valid @RequestBody ConsentRequest request, CurrentUser user) {
        UUID enterpriseId = user.requireEnterprise();
        limits.count(CHANGES, user.accountId());
        if (request.granted()) {
            receivers.mustTakePart(bankId);
        }
        consents.setForBank(
                enterpriseId, bankId, request.granted(), request.validUntil(), Actor.of(user), clock.instant());
        return receivers.told(consents.of(enterpriseId));
    }

    /** For the same: its report, which no application brings with it. */
    @PutMapping("/banks/{bankId}/report")
    @Permission(CodePermissions.CONSENT)
    List<Consent> setReportForBank(
            @PathVariable("bankId") UUID bankId, @Valid @RequestBody ConsentRequest request, CurrentUser user) {
        UUID enterpriseId = user.requireEnterprise();
        limits.count(CHANGES, user.accountId());
        if (request.granted()) {
            receivers.mustTakePart(bankId);
        }
        consents.setReportForBank(
                enterpriseId, bankId, request.granted(), request.validUntil(), Actor.of(user), clock.instant());
        return receivers.told(consents.of(enterpriseId));
    }
}
