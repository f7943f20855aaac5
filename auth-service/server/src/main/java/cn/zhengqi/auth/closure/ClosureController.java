package cn.zhengqi.auth.closure;

import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.secondfactor.FreshProof;
import cn.zhengqi.events.audit.DayLimits;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 注销账号, 导出我的数据. */
@RestController
@RequestMapping("/api/auth/me")
@Permission(Permission.SIGNED_IN)
class ClosureController {

    private static final DayLimits.Limit TAKEN_OUT = new DayLimits.Limit("MY_DATA", "导出个人数据", 50);

    private final Closure closure;
    private final MyDataFile data;
    private final Accounts accounts;
    private final FreshProof proof;
    private final DayLimits limits;

    ClosureController(Closure closure, MyDataFile data, Accounts accounts, FreshProof proof, DayLimits limits) {
        this.closure = closure;
        this.data = data;
        this.accounts = accounts;
        this.proof = proof;
        this.limits = limits;
    }

    /**
     * Typed once more: whoever finds an open browser closes nobody's account and takes out nobody's data, nor does who has the password alone.
     *
     * @param code of the second factor, where it is on
     */
    record Confirmation(
            @NotNull @Size(max = 200) String password,
            @Nullable @Size(max = 20) String code) {}

    @PostMapping("/closure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(CurrentUser user, @Valid @RequestBody Confirmation confirmation) {
        closure.close(user.accountId(), confirmation.password(), confirmation.code());
    }

    /** A POST: it goes on record. */
    @PostMapping("/data")
    MyData data(CurrentUser user, @Valid @RequestBody Confirmation confirmation) {
        proof.require(accounts.get(user.accountId()), confirmation.password(), confirmation.code());
        limits.count(TAKEN_OUT, user.accountId());
        return data.of(user.accountId());
    }
}
