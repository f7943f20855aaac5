package cn.zhengqi.auth.signin;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.kernel.AddressBlock;
import org.springframework.stereotype.Component;

/**
 * The log of sign-ins as it is written. {@link SignInTeller} tells ops-service, which keeps it as a chain and shows it; what stays here is for counting failures
 * and for the person's own data.
 */
@Component
class SignInHistory {

    private final SignInLog log;
    private final ProtectedColumn usernames;

    SignInHistory(SignInLog log, DataProtection protection) {
        this.log = log;
        this.usernames = protection.column("sign_in_log", "username");
    }

    void write(SignInLogEntry entry) {
        log.insert(
                entry,
                usernames.seal(entry.username()),
                usernames.index(entry.username()),
                AddressBlock.of(entry.address()));
    }

    /** What was typed, of a row as it is stored. */
    String typed(String sealed) {
        return usernames.open(sealed);
    }

    /** By which what is typed now is found in what was written. */
    byte[] indexOf(String typed) {
        return usernames.index(SignIn.nameOf(typed));
    }
}
