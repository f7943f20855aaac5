package cn.zhengqi.auth.provider;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.PasswordProof;
import cn.zhengqi.auth.secondfactor.FreshProof;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 账号安全: as whom of the outside providers one comes in. Each change asks again who it is. */
@RestController
@RequestMapping("/api/auth/identities")
@Permission(Permission.SIGNED_IN)
class IdentityController {

    private final Identities identities;
    private final Accounts accounts;
    private final FreshProof fresh;
    private final PasswordProof proof;

    IdentityController(Identities identities, Accounts accounts, FreshProof fresh, PasswordProof proof) {
        this.identities = identities;
        this.accounts = accounts;
        this.fresh = fresh;
        this.proof = proof;
    }

    record MyIdentities(List<Identities.MyIdentity> items) {}

    /**
     * @param code of the second factor, where it is on
     * @param place where one comes back
     */
    record BindingStart(
            @NotNull @Size(max = 200) String password,
            @Nullable @Size(max = 20) String code,
            Identities.@NotNull Place place) {}

    /** @param continueTo where the browser goes now: to the provider */
    record BindingStarted(String continueTo) {}

    /** @param password of the account */
    record IdentityRemoval(@NotNull @Size(max = 200) String password) {}

    @GetMapping
    MyIdentities mine(CurrentUser user) {
        return new MyIdentities(identities.of(user.accountId()));
    }

    @PostMapping("/{provider}/binding")
    BindingStarted begin(CurrentUser user, @PathVariable String provider, @Valid @RequestBody BindingStart start) {
        identities.requireProvider(provider);
        fresh.require(accounts.get(user.accountId()), start.password(), start.code());
        identities.begin(user.accountId(), provider, start.place());
        return new BindingStarted(Providers.BASE + "/" + provider);
    }

    @PostMapping("/{provider}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unbind(CurrentUser user, @PathVariable String provider, @Valid @RequestBody IdentityRemoval removal) {
        Account account = accounts.get(user.accountId());
        proof.require(account, removal.password(), "password");
        identities.unbind(account, provider);
    }
}
