package cn.zhengqi.user.role;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/user")
class RoleController {

    private final Roles roles;
    private final NewRoles newRoles;
    private final RoleChanges changes;
    private final Exports exports;

    RoleController(Roles roles, NewRoles newRoles, RoleChanges changes, Exports exports) {
        this.roles = roles;
        this.newRoles = newRoles;
        this.changes = changes;
        this.exports = exports;
    }

    record NewRole(
            @NotBlank @Size(max = 30) String name,
            @NotNull @Size(max = 200) String description,
            @Nullable UUID institutionId,
            @NotNull @Size(min = 1, max = 200) List<@NotBlank String> permissions) {}

    record RoleChange(
            @NotBlank @Size(max = 30) String name,
            @NotNull @Size(max = 200) String description,
            @NotNull @Size(min = 1, max = 200) List<@NotBlank String> permissions,
            int version) {}

    /** @param fields by code; of what is not among them the role says nothing */
    record FieldChange(@NotNull @Size(max = 200) Map<String, @NotNull FieldRule> fields, int version) {}

    /** @param scopes one of a resource; of what is not among them the role says nothing */
    record ScopeChange(@NotNull @Size(max = 50) List<@NotNull @Valid SaidScope> scopes, int version) {}

    record RoleCopy(
            @NotBlank @Size(max = 30) String name, @Nullable UUID institutionId) {}

    record Made(String code) {}

    @GetMapping("/permissions")
    @Permission(UserPermissions.READ_ROLES)
    PermissionTree permissions(@RequestParam(required = false) @Nullable UUID institutionId, CurrentUser user) {
        return roles.permissions(institutionId, user);
    }

    @GetMapping("/sensitive-fields")
    @Permission(UserPermissions.READ_ROLES)
    List<SensitiveFieldRow> sensitiveFields(CurrentUser user) {
        return roles.sensitiveFields(user);
    }

    @GetMapping("/scoped-resources")
    @Permission(UserPermissions.READ_ROLES)
    List<ScopedResourceRow> scopedResources(CurrentUser user) {
        return roles.scopedResources(user);
    }

    @GetMapping("/roles")
    @Permission(UserPermissions.READ_ROLES)
    Page<RoleRow> list(@Valid RoleFilter filter, CurrentUser user, PageRequest page) {
        return roles.list(roles.query(filter, user), page);
    }

    @GetMapping("/roles/export")
    @Permission(UserPermissions.READ_ROLES)
    ResponseEntity<StreamingResponseBody> export(@Valid RoleFilter filter, CurrentUser user) {
        RoleFilter.Query query = roles.query(filter, user);
        return exports.file(
                UserAction.ROLES_EXPORTED,
                RoleSheet.SHEET,
                filter,
                user,
                roles.count(query),
                receiver -> roles.each(query, receiver));
    }

    @GetMapping("/roles/{code}")
    @Permission(UserPermissions.READ_ROLES)
    RoleDetail detail(@PathVariable String code, CurrentUser user) {
        return roles.detail(code, user);
    }

    @PostMapping("/roles")
    @Idempotent
    @Permission(UserPermissions.MANAGE_ROLES)
    @ResponseStatus(HttpStatus.CREATED)
    Made create(@Valid @RequestBody NewRole role, CurrentUser user) {
        return new Made(
                newRoles.create(role.name(), role.description(), role.institutionId(), role.permissions(), user));
    }

    @PostMapping("/roles/{code}/copy")
    @Idempotent
    @Permission(UserPermissions.MANAGE_ROLES)
    @ResponseStatus(HttpStatus.CREATED)
    Made copy(@PathVariable String code, @Valid @RequestBody RoleCopy copy, CurrentUser user) {
        return new Made(newRoles.copy(code, copy.name(), copy.institutionId(), user));
    }

    @PutMapping("/roles/{code}")
    @Permission(UserPermissions.MANAGE_ROLES)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String code, @Valid @RequestBody RoleChange change, CurrentUser user) {
        changes.change(code, change.name(), change.description(), change.permissions(), change.version(), user);
    }

    /** Takes effect for those who are signed in within seconds, as a change of permissions does. */
    @PutMapping("/roles/{code}/fields")
    @Permission(UserPermissions.MANAGE_ROLES)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeFields(@PathVariable String code, @Valid @RequestBody FieldChange change, CurrentUser user) {
        changes.changeFields(code, change.fields(), change.version(), user);
    }

    /** Takes effect for those who are signed in within seconds, as a change of permissions does. */
    @PutMapping("/roles/{code}/scopes")
    @Permission(UserPermissions.MANAGE_ROLES)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeScopes(@PathVariable String code, @Valid @RequestBody ScopeChange change, CurrentUser user) {
        changes.changeScopes(code, change.scopes(), change.version(), user);
    }

    @DeleteMapping("/roles/{code}")
    @Permission(UserPermissions.MANAGE_ROLES)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String code, @RequestParam int version, CurrentUser user) {
        changes.delete(code, version, user);
    }
}
