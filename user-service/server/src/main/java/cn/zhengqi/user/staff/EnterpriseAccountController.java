package cn.zhengqi.user.staff;

import cn.zhengqi.auth.api.InternalAccounts.OneTimeLink;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 企业用户. */
@RestController
@RequestMapping("/api/user/enterprise-accounts")
@Permission(UserPermissions.MANAGE_ENTERPRISE_USERS)
class EnterpriseAccountController {

    private final StaffAccounts accounts;

    EnterpriseAccountController(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    Page<EnterpriseAccountRow> list(
            @RequestParam @Nullable String q, @RequestParam @Nullable Boolean enabled, PageRequest page) {
        return accounts.selfRegistered(q, enabled, page);
    }

    @GetMapping("/{id}")
    EnterpriseAccountDetail detail(@PathVariable UUID id) {
        return accounts.selfRegistered(id);
    }

    @PostMapping("/{id}/enable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(@PathVariable UUID id) {
        accounts.setSelfRegisteredEnabled(id, true);
    }

    @PostMapping("/{id}/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@PathVariable UUID id) {
        accounts.setSelfRegisteredEnabled(id, false);
    }

    @PostMapping("/{id}/password-link")
    OneTimeLink resetPassword(@PathVariable UUID id, CurrentUser user) {
        return accounts.resetSelfRegisteredPassword(id, user);
    }

    @PostMapping("/{id}/second-factor-removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor(@PathVariable UUID id) {
        accounts.removeSelfRegisteredSecondFactor(id);
    }
}
