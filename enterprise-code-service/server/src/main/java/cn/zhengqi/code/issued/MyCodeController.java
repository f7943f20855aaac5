package cn.zhengqi.code.issued;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.DayLimits;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The code of the enterprise that the caller acts for. */
@RestController
@RequestMapping("/api/code/my/code")
@Permission(CodePermissions.OWN_ENTERPRISE)
class MyCodeController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    private static final DayLimits.Limit RENEWALS = new DayLimits.Limit("STATIC_CODE", "更换静态码", 50);

    private final Codes codes;
    private final ShownCodes shown;
    private final Unbinding unbinding;
    private final DayLimits limits;

    MyCodeController(Codes codes, ShownCodes shown, Unbinding unbinding, DayLimits limits) {
        this.codes = codes;
        this.shown = shown;
        this.unbinding = unbinding;
        this.limits = limits;
    }

    @GetMapping
    EnterpriseCode mine(CurrentUser user) {
        return shown.own(user.requireEnterprise());
    }

    /**
     * @param codeId of the code that the person saw: another window may have made them act for another enterprise since
     * @param version of the code that the person saw when they decided
     */
    record UnbindRequest(
            @NotNull(message = "缺少企业码") UUID codeId,
            @NotNull(message = "缺少版本号") Integer version,

            @NotBlank(message = "请填写解绑原因") @Explanation(of = "解绑原因", max = 200)
            String reason) {}

    @GetMapping("/certifications")
    List<Certification> certifications(CurrentUser user) {
        return codes.certifications(user.requireEnterprise());
    }

    /**
     * For good: the enterprise has to be certified anew. Whoever has done it acts for the enterprise no more and would, done again from a window that does not know, only
     * read that they lack a right; so the route asks for no more than what they still have.
     */
    @PostMapping("/unbind")
    @Permission({CodePermissions.OWN_ENTERPRISE, CodePermissions.CLAIM})
    @Idempotent(asksFirst = true)
    EnterpriseCode unbind(@Valid @RequestBody UnbindRequest request, CurrentUser user) {
        codes.mustNotBeUnbound(request.codeId(), user.accountId());
        if (!user.has(CodePermissions.OWN_ENTERPRISE)) {
            throw ProblemException.forbidden();
        }
        codes.mustBeOf(user.requireEnterprise(), request.codeId());
        if (!user.has(CodePermissions.MANAGE_OWN)) {
            throw new ProblemException(CodeProblem.NOT_ADMINISTRATOR);
        }
        return unbinding.unbind(
                user.requireEnterprise(), request.codeId(), request.version(), Actor.of(user), request.reason());
    }

    @PostMapping("/dynamic")
    DynamicCode dynamic(CurrentUser user) {
        return shown.show(user.requireEnterprise());
    }

    @GetMapping("/static.svg")
    ResponseEntity<String> svg(CurrentUser user) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noStore())
                .body(shown.print(user.requireEnterprise()).svg());
    }

    @GetMapping("/static.png")
    ResponseEntity<byte[]> png(CurrentUser user) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(shown.print(user.requireEnterprise()).png());
    }

    /** @param issuedAt of the printed code that the person saw and wants replaced */
    record ReplaceRequest(@NotNull OffsetDateTime issuedAt) {}

    /** Twice would make useless what was printed a moment ago. */
    @PostMapping("/static/revoke")
    @Permission(CodePermissions.MANAGE_OWN)
    @Idempotent(required = true)
    EnterpriseCode renewStatic(@Valid @RequestBody ReplaceRequest request, CurrentUser user) {
        limits.count(RENEWALS, user.accountId());
        return shown.renewStatic(user.requireEnterprise(), request.issuedAt().toInstant(), Actor.of(user));
    }
}
