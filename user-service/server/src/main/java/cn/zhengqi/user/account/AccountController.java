package cn.zhengqi.user.account;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/user/accounts")
class AccountController {

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    @Permission(UserPermissions.READ_ACCOUNTS)
    Page<AccountRow> list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable UserType userType,
            CurrentUser user,
            PageRequest page) {
        return accounts.list(q, userType, user, page);
    }
}
