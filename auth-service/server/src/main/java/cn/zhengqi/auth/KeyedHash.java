package cn.zhengqi.auth;

import cn.zhengqi.data.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Hashes short codes under a key of this service (HMAC-SHA256): who reads the table alone cannot try them all. */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    private KeyedHash(SecretKey key) {
        this.key = key;
    }

    /**
     * @param secret of this service, from the environment
     * @param purpose keeps keys of one secret apart; never change it, or what is stored fits nothing
     */
    public static KeyedHash under(String secret, String purpose) {
        return new KeyedHash(Sealer.derive(secret.getBytes(StandardCharsets.UTF_8), purpose, ALGORITHM));
    }

    /** @param scope what the code is for, so that the same code for another has another hash */
    public byte[] of(Object scope, String code) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((scope + "\n").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(code.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC is not there", impossible);
        }
    }
}
