package cn.zhengqi.user.staff;

import cn.zhengqi.auth.api.InternalAccounts.OneTimeLink;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.events.audit.Reveals;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserFields;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.Sensitive;
import cn.zhengqi.web.field.PersonName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

/** 企业用户. */
@RestController
@RequestMapping("/api/user/enterprise-accounts")
@Permission(UserPermissions.MANAGE_ENTERPRISE_USERS)
class EnterpriseAccountController {

    private final EnterpriseAccounts accounts;
    private final EnterpriseAccountReveals reveals;
    private final Exports exports;

    EnterpriseAccountController(EnterpriseAccounts accounts, EnterpriseAccountReveals reveals, Exports exports) {
        this.accounts = accounts;
        this.reveals = reveals;
        this.exports = exports;
    }

    record NewEnterpriseAccount(
            @NotBlank @Size(max = 50) @PersonName String displayName,

            @NotBlank @Pattern(regexp = StaffController.PHONE, message = "请填写 11 位手机号")
            String phone) {}

    /** @param phone absent, or as it was shown: it stays. Whoever edits is shown it covered, and need not know it to mend a name. */
    record EnterpriseAccountChange(
            @NotBlank @Size(max = 50) @PersonName String displayName,

            @Sensitive(
                    mask = Mask.PHONE,
                    editableFor = UserPermissions.MANAGE_ENTERPRISE_USERS,
                    field = UserFields.ENTERPRISE_ACCOUNT_PHONE)
            @Nullable
            @Pattern(regexp = StaffController.PHONE_SHOWN, message = "请填写 11 位手机号")
            String phone) {}

    @GetMapping
    Page<EnterpriseAccountRow> list(@Valid EnterpriseAccountFilter filter, CurrentUser user, PageRequest page) {
        return accounts.list(accounts.query(filter, user), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid EnterpriseAccountFilter filter, CurrentUser user) {
        EnterpriseAccountFilter.Query query = accounts.query(filter, user);
        return exports.file(
                UserAction.ENTERPRISE_ACCOUNTS_EXPORTED,
                AccountSheets.SELF_REGISTERED,
                filter,
                user,
                accounts.count(query),
                receiver -> accounts.each(query, receiver));
    }

    @GetMapping("/{id}")
    EnterpriseAccountDetail detail(@PathVariable UUID id, CurrentUser user) {
        return accounts.detail(id, user);
    }

    /** One covered field, for a reason. */
    @PostMapping("/{id}/reveal")
    @Permission(UserPermissions.REVEAL_ENTERPRISE_USERS)
    Reveals.Revealed reveal(@PathVariable UUID id, @Valid @RequestBody Reveals.Ask ask, CurrentUser user) {
        return reveals.reveal(id, ask, user);
    }

    /**
     * Whom the person acts for is not said here: the enterprise's own administrator, or a claimed code, does. Under no key: an answer that is kept to be told again would
     * keep the link.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    StaffAccounts.Opened open(@Valid @RequestBody NewEnterpriseAccount fresh, CurrentUser user) {
        return accounts.open(fresh.displayName(), fresh.phone(), user);
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable UUID id, @Valid @RequestBody EnterpriseAccountChange change, CurrentUser user) {
        accounts.change(id, change, user);
    }

    @PostMapping("/{id}/enable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(@PathVariable UUID id, CurrentUser user) {
        accounts.enable(id, user);
    }

    @PostMapping("/{id}/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@PathVariable UUID id, @Valid @RequestBody StaffController.Disabling disabling, CurrentUser user) {
        accounts.disable(id, disabling.reason(), user);
    }

    @PostMapping("/{id}/password-link")
    OneTimeLink resetPassword(@PathVariable UUID id, CurrentUser user) {
        return accounts.resetPassword(id, user);
    }

    @PostMapping("/{id}/second-factor-removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor(@PathVariable UUID id, CurrentUser user) {
        accounts.removeSecondFactor(id, user);
    }
}
