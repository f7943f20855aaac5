package cn.zhengqi.auth.account;

import java.util.Objects;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** How passwords are kept: each hash names its algorithm, so that it can be followed by a better one. */
@Component
public class Passwords {

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    public String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    public boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** Whether the hash was made in an older way. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
