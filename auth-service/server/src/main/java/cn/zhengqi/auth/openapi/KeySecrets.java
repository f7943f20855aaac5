package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.token.AuthorizationProperties;
import cn.zhengqi.data.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The shared secrets that requests are signed with. They must be readable to check a signature, so they lie sealed (AES-256-GCM) under the key secret of this
 * service, each bound to its row.
 */
@Component
class KeySecrets {

    private static final int BYTES = 32;

    private final Sealer sealer;
    private final SecureRandom random = new SecureRandom();

    KeySecrets(AuthorizationProperties properties) {
        this.sealer =
                Sealer.of(properties.keySecret().getBytes(StandardCharsets.UTF_8), "secrets of the open interface");
    }

    byte[] make() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return secret;
    }

    byte[] seal(byte[] secret, UUID row) {
        return sealer.seal(secret, row.toString());
    }

    byte[] open(byte[] stored, UUID row) {
        return sealer.open(stored, row.toString());
    }
}
