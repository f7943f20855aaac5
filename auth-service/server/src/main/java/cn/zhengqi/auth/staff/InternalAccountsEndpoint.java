package cn.zhengqi.auth.staff;

import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.phone.FormerPhones;
import cn.zhengqi.auth.secondfactor.FreshProof;
import cn.zhengqi.web.Callers;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/internal/accounts")
@Callers("user-service")
class InternalAccountsEndpoint {

    private final ManagedAccounts accounts;
    private final PasswordLinks links;
    private final Accounts owners;
    private final FreshProof proofs;
    private final FormerPhones formerPhones;

    InternalAccountsEndpoint(
            ManagedAccounts accounts,
            PasswordLinks links,
            Accounts owners,
            FreshProof proofs,
            FormerPhones formerPhones) {
        this.accounts = accounts;
        this.links = links;
        this.owners = owners;
        this.proofs = proofs;
        this.formerPhones = formerPhones;
    }

    @PostMapping("/{id}/proof")
    void prove(@PathVariable UUID id, @RequestBody InternalAccounts.OwnerProof proof) {
        proofs.require(owners.get(id), proof.password(), proof.code());
    }

    @Callers({"user-service", "finance-service", "message-service"})
    @GetMapping("/{id}")
    InternalAccounts.AccountRecord account(@PathVariable UUID id) {
        return accounts.record(id);
    }

    @Callers("message-service")
    @GetMapping("/{id}/former-phones/{version}")
    InternalAccounts.FormerPhone formerPhone(@PathVariable UUID id, @PathVariable long version) {
        return formerPhones.before(id, version);
    }

    @PostMapping("/phone-owner")
    InternalAccounts.PhoneOwner ownerOf(@RequestBody InternalAccounts.Phone phone) {
        return accounts.ownerOf(phone.phone());
    }

    @PostMapping("/{id}")
    InternalAccounts.OneTimeLink open(@PathVariable UUID id, @RequestBody InternalAccounts.NewAccount account) {
        return links.open(id, account);
    }

    @PutMapping("/{id}")
    void change(@PathVariable UUID id, @RequestBody InternalAccounts.AccountChange change) {
        accounts.change(id, change);
    }

    @PostMapping("/{id}/password-link")
    InternalAccounts.OneTimeLink resetPassword(
            @PathVariable UUID id, @RequestBody InternalAccounts.PasswordReset reset) {
        return links.resetPassword(id, reset);
    }

    @PostMapping("/{id}/second-factor-removal")
    void removeSecondFactor(@PathVariable UUID id, @RequestBody InternalAccounts.Asker by) {
        accounts.removeSecondFactor(id, by);
    }

    @PostMapping("/{id}/enable")
    void enable(@PathVariable UUID id, @RequestBody InternalAccounts.Asker by) {
        accounts.enable(id, by);
    }

    @PostMapping("/{id}/disable")
    void disable(@PathVariable UUID id, @RequestBody InternalAccounts.Disabling disabling) {
        accounts.disable(id, disabling);
    }

    @GetMapping("/{id}/disabled")
    InternalAccounts.Disabled disabled(@PathVariable UUID id) {
        return accounts.disabled(id);
    }
}
