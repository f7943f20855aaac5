package cn.zhengqi.auth.passkey;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.PasswordProof;
import cn.zhengqi.auth.secondfactor.FreshProof;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import com.webauthn4j.util.Base64UrlUtil;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 账号安全: one's own passkeys. Adding and removing one asks again who it is, so that an open screen is not enough. */
@RestController
@RequestMapping("/api/auth/passkeys")
@Permission(Permission.SIGNED_IN)
class PasskeyController {

    private static final String BASE64URL = "[A-Za-z0-9_-]{1,100000}";

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final FreshProof fresh;
    private final PasswordProof proof;

    PasskeyController(Passkeys passkeys, Accounts accounts, FreshProof fresh, PasswordProof proof) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.fresh = fresh;
        this.proof = proof;
    }

    /** @param available whether this platform takes passkeys */
    record MyPasskeys(boolean available, List<Passkeys.Passkey> items) {}

    /** @param code of the second factor, where it is on */
    record Proofs(
            @NotNull @Size(max = 200) String password,
            @Nullable @Size(max = 20) String code) {}

    /** @param password of the account */
    record PasskeyRemoval(@NotNull @Size(max = 200) String password) {}

    /** As the browser gives it, bytes in base64url. */
    record NewPasskey(
            @NotBlank @Size(max = 30) String name,
            @NotNull @Pattern(regexp = BASE64URL) String attestationObject,
            @NotNull @Pattern(regexp = BASE64URL) String clientDataJSON,

            @NotNull @Size(max = 10) List<@NotNull @Pattern(regexp = "[a-z-]{1,20}") String> transports) {}

    @GetMapping
    MyPasskeys mine(CurrentUser user) {
        return new MyPasskeys(passkeys.available(), passkeys.of(user.accountId()));
    }

    /** What the browser needs to make one. */
    @PostMapping("/registration")
    PasskeyOptions.CreationOptions begin(CurrentUser user, @Valid @RequestBody Proofs proofs) {
        Account account = accounts.get(user.accountId());
        fresh.require(account, proofs.password(), proofs.code());
        return passkeys.begin(account);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Passkeys.Passkey add(CurrentUser user, @Valid @RequestBody NewPasskey made) {
        return passkeys.add(
                accounts.get(user.accountId()),
                made.name(),
                Base64UrlUtil.decode(made.attestationObject()),
                Base64UrlUtil.decode(made.clientDataJSON()),
                made.transports());
    }

    @PostMapping("/{id}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody PasskeyRemoval removal) {
        Account account = accounts.get(user.accountId());
        proof.require(account, removal.password(), "password");
        passkeys.remove(account, id);
    }
}
