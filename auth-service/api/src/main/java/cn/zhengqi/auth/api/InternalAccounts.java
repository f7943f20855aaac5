package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.UserType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * For user-service, where staff manage accounts: who may do that is decided there, what an account is stands here, and with it, in the same transaction, the
 * record of who had it changed (操作日志).
 */
@FeignClient(name = "auth-service", contextId = "internal-accounts", path = "/internal/accounts")
public interface InternalAccounts {

    /**
     * An account as its administrators see it.
     *
     * @param phoneProved its owner, or staff who opened the account, showed that it is theirs (ADR 0013)
     * @param awaitsPassword a one-time link is open, and nobody can sign in before it is used
     * @param secondFactor a second factor is asked for at sign-in
     */
    record AccountRecord(
            UUID id,
            UserType userType,
            @Nullable String username,
            String phone,
            boolean phoneProved,
            String displayName,
            boolean enabled,
            boolean awaitsPassword,
            boolean secondFactor,
            Instant registeredAt) {}

    /**
     * Who has something done to an account, as their token told user-service.
     *
     * @param id of their own account
     * @param userType of the person, where a token said it
     * @param address from which they asked
     */
    record Asker(
            UUID id,
            String name,
            @Nullable UserType userType,
            @Nullable UUID institutionId,
            @Nullable String institutionName,
            @Nullable String address,
            @Nullable String userAgent) {}

    /** @param by who opens it */
    record NewAccount(UserType userType, @Nullable String username, String phone, String displayName, Asker by) {}

    record AccountChange(String phone, String displayName, Asker by) {}

    /**
     * Who has a password made void.
     *
     * @param intoHand whether they may have the link where nobody brings text messages; else it goes to the owner's phone or nowhere
     */
    record PasswordReset(Asker by, boolean intoHand) {}

    /**
     * By which the owner sets the password, once.
     *
     * @param token shown once, to hand over; absent: it went to the owner's phone, and nobody else has it
     */
    record OneTimeLink(@Nullable String token, Instant expiresAt) {}

    /**
     * What somebody types once more before something is done that an open browser alone must not do.
     *
     * @param code of the second factor, where it is on
     */
    record OwnerProof(String password, @Nullable String code) {}

    /** Whether it is the owner of the account. Wrong ones count like those at sign-in. Answers PASSWORD_WRONG, SECOND_FACTOR_WRONG, ACCOUNT_LOCKED. */
    @PostMapping("/{id}/proof")
    void prove(@PathVariable("id") UUID id, @RequestBody OwnerProof proof);

    @GetMapping("/{id}")
    AccountRecord account(@PathVariable("id") UUID id);

    /**
     * A phone that an account had, to which is said that it has another.
     *
     * @param phone absent: there is nobody to tell; the account was closed, or had never been used with it
     * @param endOfNext last four digits of the one that followed
     */
    record FormerPhone(@Nullable String phone, @Nullable String endOfNext) {

        @Override
        public String toString() {
            return "FormerPhone[]";
        }
    }

    /** @param version of the account, with which it got the next one, as its event says */
    @GetMapping("/{id}/former-phones/{version}")
    FormerPhone formerPhone(@PathVariable("id") UUID id, @PathVariable("version") long version);

    /** In the body: addresses are logged. */
    record Phone(String phone) {}

    /** @param accountId absent: no account has the phone */
    record PhoneOwner(@Nullable UUID accountId) {}

    /** Whose phone it is, proved or not: no other account can have it besides. */
    @PostMapping("/phone-owner")
    PhoneOwner ownerOf(@RequestBody Phone phone);

    /**
     * Opens an account without a password. Asked again with the same id, before the owner has used the link, it is the same account with what is said of it
     * now. The link goes to the phone, and comes back where nobody brings text messages. Answers PHONE_TAKEN, USERNAME_TAKEN; CONFLICT for an account
     * in use.
     */
    @PostMapping("/{id}")
    OneTimeLink open(@PathVariable("id") UUID id, @RequestBody NewAccount account);

    /** Answers PHONE_TAKEN. */
    @PutMapping("/{id}")
    void change(@PathVariable("id") UUID id, @RequestBody AccountChange change);

    /** The old password is void at once, and whoever is signed in is out at the next request. Answers LINK_NOT_DELIVERABLE: then nothing was done. */
    @PostMapping("/{id}/password-link")
    OneTimeLink resetPassword(@PathVariable("id") UUID id, @RequestBody PasswordReset reset);

    /** The next sign-in asks for the password alone, or sets up another where one is required. Whoever is signed in is out. */
    @PostMapping("/{id}/second-factor-removal")
    void removeSecondFactor(@PathVariable("id") UUID id, @RequestBody Asker by);

    @PostMapping("/{id}/enable")
    void enable(@PathVariable("id") UUID id, @RequestBody Asker by);

    /** @param reason in words, for who looks after accounts; the owner is told whom to ask */
    record Disabling(String reason, Asker by) {}

    /** Whoever is signed in is out at the next request. */
    @PostMapping("/{id}/disable")
    void disable(@PathVariable("id") UUID id, @RequestBody Disabling disabling);

    /** Why nobody gets in with an account, all of it absent while somebody does, and of those that were disabled before it was kept. */
    record Disabled(
            @Nullable String reason,
            @Nullable String byName,
            @Nullable Instant at) {}

    @GetMapping("/{id}/disabled")
    Disabled disabled(@PathVariable("id") UUID id);
}
