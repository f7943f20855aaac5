package cn.zhengqi.user.register;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.reference.InstitutionTree;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/user")
class EnterpriseController {

    private final Register register;
    private final NewRegistrations registrations;
    private final Exports exports;
    private final SearchLimit limit;
    private final InstitutionTree tree;

    EnterpriseController(
            Register register,
            NewRegistrations registrations,
            Exports exports,
            SearchLimit limit,
            InstitutionTree tree) {
        this.limit = limit;
        this.tree = tree;
        this.register = register;
        this.registrations = registrations;
        this.exports = exports;
    }

    @GetMapping("/enterprises/search")
    @Permission(Permission.SIGNED_IN)
    List<EnterpriseHit> search(@RequestParam @Nullable String q, CurrentUser user) {
        limit.count(user);
        return register.search(SearchTerm.parse(q));
    }

    @GetMapping("/enterprises")
    @Permission(UserPermissions.READ_ENTERPRISES)
    Page<EnterpriseRow> list(@Valid EnterpriseFilter filter, CurrentUser user, PageRequest page) {
        return register.list(filter, user, scopeOf(user), page);
    }

    @GetMapping("/enterprises/{id}")
    @Permission(UserPermissions.READ_ENTERPRISES)
    EnterpriseDetail detail(@PathVariable UUID id, CurrentUser user) {
        return register.detail(id, scopeOf(user)).basics();
    }

    @GetMapping("/enterprises/export")
    @Permission(UserPermissions.READ_ENTERPRISES)
    ResponseEntity<StreamingResponseBody> export(@Valid EnterpriseFilter filter, CurrentUser user) {
        DataScope scope = scopeOf(user);
        return exports.file(
                UserAction.ENTERPRISES_EXPORTED,
                EnterpriseSheet.SHEET,
                filter,
                user,
                register.count(filter, user, scope),
                receiver -> register.each(filter, user, scope, receiver));
    }

    /** 下载企业分析数据. */
    @GetMapping("/enterprises/registrations/export")
    @Permission(UserPermissions.READ_ENTERPRISES)
    ResponseEntity<StreamingResponseBody> registrations(@Valid RegistrationPeriod period, CurrentUser user) {
        DataScope scope = scopeOf(user);
        return exports.file(
                UserAction.REGISTRATIONS_EXPORTED,
                NewRegistrations.SHEET,
                period,
                user,
                registrations.count(period, scope),
                receiver -> registrations.each(period, scope, receiver));
    }

    /** @param parkCode absent: it lies in none */
    record ParkChange(@Nullable @Size(max = 20) String parkCode) {}

    @PutMapping("/enterprises/{id}/park")
    @Permission(UserPermissions.SET_PARK)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable UUID id, @Valid @RequestBody ParkChange change, CurrentUser user) {
        register.settle(id, change.parkCode(), scopeOf(user));
    }

    @GetMapping("/my/enterprise")
    @Permission(UserPermissions.OWN_ENTERPRISE)
    EnterpriseDetail mine(CurrentUser user) {
        return register.detail(user.requireEnterprise());
    }

    private DataScope scopeOf(CurrentUser user) {
        return tree.scopeOf(user, ScopedResource.ENTERPRISE);
    }
}
