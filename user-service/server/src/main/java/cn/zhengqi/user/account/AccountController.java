package cn.zhengqi.user.account;

import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/user/accounts")
@Permission(UserPermissions.READ_ACCOUNTS)
class AccountController {

    private final Accounts accounts;
    private final Exports exports;

    AccountController(Accounts accounts, Exports exports) {
        this.accounts = accounts;
        this.exports = exports;
    }

    @GetMapping
    Page<AccountRow> list(@Valid AccountFilter filter, CurrentUser user, PageRequest page) {
        return accounts.list(accounts.query(filter, user), page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid AccountFilter filter, CurrentUser user) {
        AccountFilter.Query query = accounts.query(filter, user);
        return exports.file(
                UserAction.ACCOUNTS_EXPORTED,
                AccountSheet.SHEET,
                filter,
                user,
                accounts.count(query),
                receiver -> accounts.each(query, receiver));
    }
}
