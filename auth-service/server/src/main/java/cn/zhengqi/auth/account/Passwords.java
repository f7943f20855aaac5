package cn.zhengqi.auth.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** How passwords are kept: each hash names its algorithm, so that it can be followed by a better one. */
@Component
public class Passwords {

    private static final int UNKNOWN_BYTES = 32;

    private final PasswordEncoder encoder;
    private final SecureRandom random = new SecureRandom();

    /** @param strength the binary logarithm of BCrypt's rounds; what was hashed with fewer is hashed anew when its owner signs in */
    Passwords(@Value("${zhengqi.sign-in.password-strength:10}") int strength) {
        encoder = new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(strength)));
    }

    public String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    /** Of a password that nobody knows, so that nobody gets in. */
    public String hashOfUnknown() {
        byte[] bytes = new byte[UNKNOWN_BYTES];
        random.nextBytes(bytes);
        return hash(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** Whether the hash was made in an older way. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
