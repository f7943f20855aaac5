package cn.zhengqi.code.scan;

import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/code")
class ScanController {

    private final Scans scans;

    ScanController(Scans scans) {
        this.scans = scans;
    }

    /** @param place where it was scanned, as the scanner says */
    record ScanRequest(
            @NotBlank(message = "请扫描或输入企业码") @Size(max = 1000)
            String content,

            @NotNull ScanSource source,
            @Nullable @Size(max = 100) String place) {}

    @PostMapping("/scans")
    @Permission(CodePermissions.SCAN)
    @ResponseStatus(HttpStatus.CREATED)
    ScanResult scan(@Valid @RequestBody ScanRequest request, CurrentUser user) {
        String place = request.place();
        return scans.scan(
                request.content(), request.source(), place == null || place.isBlank() ? null : place.strip(), user);
    }

    @GetMapping("/scans")
    @Permission(CodePermissions.SCAN)
    Page<OwnScan> own(CurrentUser user, PageRequest page) {
        return scans.ofScanner(user.accountId(), page);
    }

    @GetMapping("/my/scans")
    @Permission(CodePermissions.OWN_ENTERPRISE)
    Page<ScanRecord> mine(CurrentUser user, PageRequest page) {
        return scans.ofEnterprise(user.requireEnterprise(), page);
    }
}
