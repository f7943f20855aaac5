package cn.zhengqi.code.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/** Encrypts personal data for the database: AES-256-GCM, bound to the row it stands in, so that it cannot be moved to another. */
@Component
public class PersonalData {

    private static final String VERSION = "v1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    PersonalData(CodeKeys keys) {
        this.key = keys.encryption();
    }

    public String encrypt(String plain, UUID row) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8), row);
        byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return VERSION + Base64.getEncoder().encodeToString(all);
    }

    /** @throws IllegalStateException when the text was not encrypted here for this row */
    public String decrypt(String stored, UUID row) {
        if (!stored.startsWith(VERSION)) {
            throw new IllegalStateException("Unknown form of encrypted data");
        }
        ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(stored.substring(VERSION.length())));
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] sealed = new byte[all.remaining()];
        all.get(sealed);
        return new String(run(Cipher.DECRYPT_MODE, nonce, sealed, row), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, UUID row) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(row.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("Personal data cannot be read or written", failed);
        }
    }
}
