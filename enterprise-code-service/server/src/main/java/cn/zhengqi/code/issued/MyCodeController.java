package cn.zhengqi.code.issued;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
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

    private final Codes codes;
    private final Unbinding unbinding;

    MyCodeController(Codes codes, Unbinding unbinding) {
        this.codes = codes;
        this.unbinding = unbinding;
    }

    @GetMapping
    EnterpriseCode mine(CurrentUser user) {
        return codes.own(user.requireEnterprise());
    }

    /** @param version of the code that the person saw when they decided */
    record UnbindRequest(
            @NotNull Integer version,

            @NotBlank(message = "请填写解绑原因") @Size(max = 200, message = "不超过 200 字")
            String reason) {}

    @GetMapping("/certifications")
    List<Certification> certifications(CurrentUser user) {
        return codes.certifications(user.requireEnterprise());
    }

    /** For good: the enterprise has to be certified anew. */
    @PostMapping("/unbind")
    @Idempotent(asksFirst = true)
    EnterpriseCode unbind(@Valid @RequestBody UnbindRequest request, CurrentUser user) {
        return unbinding.unbind(
                user.requireEnterprise(),
                request.version(),
                Actor.of(user),
                request.reason().strip());
    }

    @PostMapping("/dynamic")
    DynamicCode dynamic(CurrentUser user) {
        return codes.show(user.requireEnterprise());
    }

    @GetMapping("/static.svg")
    ResponseEntity<String> svg(CurrentUser user) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noStore())
                .body(codes.print(user.requireEnterprise()).svg());
    }

    @GetMapping("/static.png")
    ResponseEntity<byte[]> png(CurrentUser user) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(codes.print(user.requireEnterprise()).png());
    }

    /** @param issuedAt of the printed code that the person saw and wants replaced */
    record ReplaceRequest(@NotNull OffsetDateTime issuedAt) {}

    /** Twice would make useless what was printed a moment ago. */
    @PostMapping("/static/revoke")
    @Idempotent(required = true)
    EnterpriseCode renewStatic(@Valid @RequestBody ReplaceRequest request, CurrentUser user) {
        return codes.renewStatic(user.requireEnterprise(), request.issuedAt().toInstant(), Actor.of(user));
    }
}
