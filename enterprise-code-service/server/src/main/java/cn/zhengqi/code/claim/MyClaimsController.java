package cn.zhengqi.code.claim;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.reading.Reading;
import cn.zhengqi.code.reading.Readings;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own claims. */
@RestController
@RequestMapping("/api/code")
class MyClaimsController {

    private final Claims claims;
    private final Readings readings;

    MyClaimsController(Claims claims, Readings readings) {
        this.claims = claims;
        this.readings = readings;
    }

    record VersionRequest(@NotNull Integer version) {}

    record ResubmitRequest(
            @NotNull Integer version, @NotNull @Valid ClaimForm claim) {}

    @PostMapping("/claims")
    @Permission(CodePermissions.CLAIM)
    @Idempotent(asksFirst = true)
    @ResponseStatus(HttpStatus.CREATED)
    Claim submit(@Valid @RequestBody ClaimForm form, CurrentUser user) {
        return claims.submit(form, Actor.of(user), user.enterpriseId());
    }

    @GetMapping("/my/claims")
    @Permission(Permission.SIGNED_IN)
    Page<Claim> mine(CurrentUser user, PageRequest page) {
        return claims.of(user.accountId(), page);
    }

    @GetMapping("/my/claims/{id}")
    @Permission(Permission.SIGNED_IN)
    Claim one(@PathVariable("id") UUID id, CurrentUser user) {
        return claims.one(id, user.accountId());
    }

    /** Who had a covered field of it shown, or opened its papers: also of a claim that led to nothing. */
    @GetMapping("/my/claims/{id}/readings")
    @Permission(Permission.SIGNED_IN)
    List<Reading> readings(@PathVariable("id") UUID id, CurrentUser user) {
        return readings.ofClaim(claims.one(id, user.accountId()).id());
    }

    @PutMapping("/my/claims/{id}")
    @Permission(CodePermissions.CLAIM)
    Claim resubmit(@PathVariable("id") UUID id, @Valid @RequestBody ResubmitRequest request, CurrentUser user) {
        return claims.resubmit(id, request.version(), request.claim(), Actor.of(user));
    }

    @PostMapping("/my/claims/{id}/withdraw")
    @Permission(CodePermissions.CLAIM)
    Claim withdraw(@PathVariable("id") UUID id, @Valid @RequestBody VersionRequest request, CurrentUser user) {
        return claims.withdraw(id, request.version(), Actor.of(user));
    }
}
