package cn.zhengqi.auth.app;

import java.util.Map;
import java.util.Objects;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * How secrets of clients are kept: each hash names its algorithm, so that it can be followed by a better one. They are long and random: nothing is gained by making
 * them slow to check at every token.
 */
@Component
public class AppSecrets {

    private static final int STRENGTH = 4;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));

    public String hash(String secret) {
        return Objects.requireNonNull(encoder.encode(secret));
    }

    public PasswordEncoder encoder() {
        return encoder;
    }
}
