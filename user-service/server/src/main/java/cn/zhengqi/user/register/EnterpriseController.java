package cn.zhengqi.user.register;

import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private final Register register;
    private final Exports exports;

    EnterpriseController(Register register, Exports exports) {
        this.register = register;
        this.exports = exports;
    }

    @GetMapping("/enterprises/search")
    @Permission(Permission.SIGNED_IN)
    List<EnterpriseHit> search(@RequestParam @Nullable String q) {
        return register.search(SearchTerm.parse(q));
    }

    @GetMapping("/enterprises")
    @Permission(UserPermissions.READ_ENTERPRISES)
    Page<EnterpriseRow> list(@Valid EnterpriseFilter filter, CurrentUser user, PageRequest page) {
        return register.list(filter, user, page);
    }

    @GetMapping("/enterprises/{id}")
    @Permission(UserPermissions.READ_ENTERPRISES)
    EnterpriseDetail detail(@PathVariable UUID id) {
        return register.detail(id);
    }

    @GetMapping("/enterprises/export")
    @Permission(UserPermissions.READ_ENTERPRISES)
    ResponseEntity<StreamingResponseBody> export(@Valid EnterpriseFilter filter, CurrentUser user) {
        return exports.file(
                UserAction.ENTERPRISES_EXPORTED,
                EnterpriseSheet.SHEET,
                filter,
                user,
                register.count(filter, user),
                receiver -> register.each(filter, user, receiver));
    }

    @GetMapping("/my/enterprise")
    @Permission(UserPermissions.OWN_ENTERPRISE)
    EnterpriseDetail mine(CurrentUser user) {
        return register.detail(user.requireEnterprise());
    }
}
