package cn.zhengqi.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts what must not lie readable in the database: AES-256-GCM under a key derived for one purpose (HKDF-SHA256),
 * bound to the row it stands in, so that it cannot be moved to another. Form: nonce of 12 bytes, then ciphertext and tag.
 */
public final class Sealer {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    private Sealer(SecretKey key) {
        this.key = key;
    }

    /**
     * @param secret of this service, from the environment
     * @param purpose keeps keys of one secret apart; never change it, or what is stored cannot be read
     */
    public static Sealer of(byte[] secret, String purpose) {
        return new Sealer(derive(secret, purpose, "AES"));
    }

    /** A key of 256 bits for one purpose. */
    public static SecretKey derive(byte[] secret, String purpose, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(("zhengqi " + purpose).getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF is not there", impossible);
        }
    }

    /** @param row id of the row */
    public byte[] seal(byte[] plain, String row) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, row).doFinal(plain);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES is not there", impossible);
        }
    }

    /** @throws IllegalStateException when it was not sealed with this secret, for this purpose and row */
    public byte[] open(byte[] sealed, String row) {
        if (sealed.length < NONCE_BYTES) {
            throw new IllegalStateException("Not a sealed value");
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, row).doFinal(rest);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException("Sealed with another secret, or for another row", foreign);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String row) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
