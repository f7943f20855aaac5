package cn.zhengqi.user.staff;

import cn.zhengqi.auth.api.InternalAccounts.OneTimeLink;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserFields;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.role.GrantableRoles;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.Sensitive;
import cn.zhengqi.web.field.Explanation;
import cn.zhengqi.web.field.PersonName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 机构账号. */
@RestController
@RequestMapping("/api/user")
class StaffController {

    static final String PHONE = "1[3-9][0-9]{9}";
    /** Also as it is shown covered, which leaves it as it is. */
    static final String PHONE_SHOWN = PHONE + "|1[3-9][0-9]\\*{4}[0-9]{4}|";

    private final StaffAccounts accounts;
    private final Exports exports;

    StaffController(StaffAccounts accounts, Exports exports) {
        this.accounts = accounts;
        this.exports = exports;
    }

    record NewStaff(
            @NotBlank @Size(max = 50) @PersonName String displayName,

            @NotBlank @Pattern(regexp = PHONE, message = "请填写 11 位手机号")
            String phone,

            @Nullable @Pattern(regexp = "[a-z][a-z0-9_.-]{2,31}", message = "用户名以小写字母开头，3 到 32 位小写字母、数字或 _ . -")
            String username,

            @NotNull UUID institutionId,
            @NotNull @Size(max = 20) List<@NotBlank String> roles) {}

    /** @param phone absent, or as it was shown: it stays */
    record StaffChange(
            @NotBlank @Size(max = 50) @PersonName String displayName,

            @Sensitive(
                    mask = Mask.PHONE,
                    plainFor = UserPermissions.MANAGE_STAFF,
                    editableFor = UserPermissions.MANAGE_STAFF,
                    field = UserFields.STAFF_PHONE)
            @Nullable
            @Pattern(regexp = PHONE_SHOWN, message = "请填写 11 位手机号")
            String phone) {}

    /** @param reason shown to who looks after the account, and on record */
    record Disabling(
            @NotBlank(message = "请填写停用原因") @Explanation(of = "停用原因")
            String reason) {}

    record RolesChange(@NotNull @Size(max = 20) List<@NotBlank String> roles) {}

    @GetMapping("/staff")
    @Permission(UserPermissions.READ_ACCOUNTS)
    Page<StaffRow> list(@Valid StaffFilter filter, CurrentUser user, PageRequest page) {
        return accounts.list(accounts.query(filter, user), page);
    }

    @GetMapping("/staff/export")
    @Permission(UserPermissions.READ_ACCOUNTS)
    ResponseEntity<StreamingResponseBody> export(@Valid StaffFilter filter, CurrentUser user) {
        StaffFilter.Query query = accounts.query(filter, user);
        return exports.file(
                UserAction.STAFF_EXPORTED,
                AccountSheets.STAFF,
                filter,
                user,
                accounts.count(query),
                receiver -> accounts.each(query, receiver));
    }

    @GetMapping("/staff/{id}")
    @Permission(UserPermissions.READ_ACCOUNTS)
    StaffDetail detail(@PathVariable UUID id, CurrentUser user) {
        return accounts.detail(id, user);
    }

    @GetMapping("/managed-institutions")
    @Permission({UserPermissions.READ_ACCOUNTS, UserPermissions.READ_ROLES})
    List<ManagedInstitution> institutions(CurrentUser user) {
        return accounts.institutions(user);
    }

    @GetMapping("/managed-institutions/{id}/roles")
    @Permission(UserPermissions.READ_ACCOUNTS)
    List<GrantableRoles.Grantable> roles(@PathVariable UUID id, CurrentUser user) {
        return accounts.grantable(id, user);
    }

    /** Under no key: an answer that is kept to be told again would keep the link. */
    @PostMapping("/staff")
    @Permission(UserPermissions.MANAGE_STAFF)
    @ResponseStatus(HttpStatus.CREATED)
    StaffAccounts.Opened open(@Valid @RequestBody NewStaff staff, CurrentUser user) {
        return accounts.open(
                staff.displayName(), staff.phone(), staff.username(), staff.institutionId(), staff.roles(), user);
    }

    @PutMapping("/staff/{id}")
    @Permission(UserPermissions.MANAGE_STAFF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable UUID id, @Valid @RequestBody StaffChange change, CurrentUser user) {
        accounts.change(id, change, user);
    }

    @PostMapping("/staff/{id}/enable")
    @Permission(UserPermissions.MANAGE_STAFF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(@PathVariable UUID id, CurrentUser user) {
        accounts.enable(id, user);
    }

    @PostMapping("/staff/{id}/disable")
    @Permission(UserPermissions.MANAGE_STAFF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@PathVariable UUID id, @Valid @RequestBody Disabling disabling, CurrentUser user) {
        accounts.disable(id, disabling.reason(), user);
    }

    @PostMapping("/staff/{id}/password-link")
    @Permission(UserPermissions.MANAGE_STAFF)
    OneTimeLink resetPassword(@PathVariable UUID id, CurrentUser user) {
        return accounts.resetPassword(id, user);
    }

    @PostMapping("/staff/{id}/second-factor-removal")
    @Permission(UserPermissions.MANAGE_STAFF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor(@PathVariable UUID id, CurrentUser user) {
        accounts.removeSecondFactor(id, user);
    }

    @PutMapping("/staff/{id}/roles")
    @Permission(UserPermissions.GRANT_ROLES)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(@PathVariable UUID id, @Valid @RequestBody RolesChange change, CurrentUser user) {
        accounts.grant(id, change.roles(), user);
    }
}
