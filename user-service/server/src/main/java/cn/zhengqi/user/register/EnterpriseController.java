package cn.zhengqi.user.register;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/user")
class EnterpriseController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Register register;
    private final Clock clock;

    EnterpriseController(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/enterprises/search")
    @Permission(Permission.SIGNED_IN)
    List<EnterpriseHit> search(@RequestParam @Nullable String q) {
        return register.search(SearchTerm.parse(q));
    }

    @GetMapping("/enterprises")
    @Permission(UserPermissions.READ_ENTERPRISES)
    Page<EnterpriseRow> list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String townCode,
            @RequestParam @Nullable String industry,
            @RequestParam @Nullable EnterpriseStatus status,
            @RequestParam @Nullable Boolean demo,
            @RequestParam @Nullable Boolean certified,
            @RequestParam @Nullable String sort,
            PageRequest page) {
        return register.list(new EnterpriseFilter(q, townCode, industry, status, demo, certified, sort), page);
    }

    @GetMapping("/enterprises/{id}")
    @Permission(UserPermissions.READ_ENTERPRISES)
    EnterpriseDetail detail(@PathVariable UUID id) {
        return register.detail(id);
    }

    @GetMapping("/enterprises/export")
    @Permission(UserPermissions.READ_ENTERPRISES)
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String townCode,
            @RequestParam @Nullable String industry,
            @RequestParam @Nullable EnterpriseStatus status,
            @RequestParam @Nullable Boolean demo,
            @RequestParam @Nullable Boolean certified,
            @RequestParam @Nullable String sort) {
        EnterpriseFilter filter = new EnterpriseFilter(q, townCode, industry, status, demo, certified, sort);
        filter.query();
        String file = "企业信息-" + BusinessTime.today(clock) + ".xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(target -> EnterpriseWorkbook.write(target, receiver -> register.each(filter, receiver)));
    }

    @GetMapping("/my/enterprise")
    @Permission(UserPermissions.OWN_ENTERPRISE)
    EnterpriseDetail mine(CurrentUser user) {
        return register.detail(user.requireEnterprise());
    }
}
