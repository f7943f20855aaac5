package cn.zhengqi.auth.account;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's access to the platform. What the person may do is not known here but in user-service.
 *
 * @param username only accounts that an operator opened have one; the others sign in by phone
 * @param credentialVersion rises with each change of password
 * @param phoneVerifiedAt when its owner, or staff who opened the account, showed that it is theirs; null: nobody has yet
 * @param version rises with each change of the row
 */
public record Account(
        UUID id,
        UserType userType,
        @Nullable String username,
        String phone,
        String displayName,
        String passwordHash,
        int credentialVersion,
        boolean enabled,
        Channel channel,
        Instant registeredAt,
        @Nullable Instant phoneVerifiedAt,
        boolean demo,
        long version) {

    /** An account that is being opened by who has just proved to have the phone. */
    public static Account opened(
            UUID id,
            UserType userType,
            String phone,
            String displayName,
            String passwordHash,
            Channel channel,
            Instant at) {
        return new Account(id, userType, null, phone, displayName, passwordHash, 0, true, channel, at, at, false, 0);
    }

    public boolean phoneVerified() {
        return phoneVerifiedAt != null;
    }

    /** As it is stored, and back: the phone lies encrypted in the table. */
    Account withPhone(String otherPhone) {
        return with(otherPhone, displayName, passwordHash, credentialVersion);
    }

    /** Neither phone nor hash goes into a log. */
    @Override
    public String toString() {
        return "Account[" + id + ", " + userType + "]";
    }

    Account renamed(String newName) {
        return with(phone, newName, passwordHash, credentialVersion);
    }

    /** @throws ProblemException PASSWORD_WRONG, PASSWORD_WEAK, PASSWORD_UNCHANGED */
    Account withNewPassword(String old, String fresh, PasswordPolicy policy, Passwords passwords) {
        if (!passwords.matches(old, passwordHash)) {
            throw new ProblemException(
                    AuthProblem.PASSWORD_WRONG,
                    "原密码不正确",
                    List.of(new FieldProblem("oldPassword", "PASSWORD_WRONG", "原密码不正确")),
                    Map.of());
        }
        policy.check("newPassword", fresh, phone, username);
        refuseUnchanged(fresh, passwords);
        return withPasswordHash(passwords.hash(fresh), credentialVersion + 1);
    }

    /** @throws ProblemException PASSWORD_UNCHANGED where it is the one that the account has */
    public void refuseUnchanged(String fresh, Passwords passwords) {
        if (passwords.matches(fresh, passwordHash)) {
            String words = AuthProblem.PASSWORD_UNCHANGED.title();
            throw new ProblemException(
                    AuthProblem.PASSWORD_UNCHANGED,
                    words,
                    List.of(new FieldProblem("newPassword", "PASSWORD_UNCHANGED", words)),
                    Map.of());
        }
    }

    Account withPasswordHash(String hash, int newCredentialVersion) {
        return with(phone, displayName, hash, newCredentialVersion);
    }

    private Account with(String otherPhone, String name, String hash, int newCredentialVersion) {
        return new Account(
                id,
                userType,
                username,
                otherPhone,
                name,
                hash,
                newCredentialVersion,
                enabled,
                channel,
                registeredAt,
                phoneVerifiedAt,
                demo,
                version);
    }
}
