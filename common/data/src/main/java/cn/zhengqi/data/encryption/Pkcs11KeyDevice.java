package cn.zhengqi.data.encryption;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A device that speaks PKCS#11 (an HSM, or SoftHSM2 in tests), through the JDK's own bridge to the library of its maker. Its key is an AES key, with which the device itself encrypts in GCM: the key
 * is not read, and one that could be is refused.
 */
final class Pkcs11KeyDevice implements KeyDevice {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final byte[] PURPOSE = "zhengqi master key".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Provider provider;
    private final Key key;
    private final SecureRandom random = new SecureRandom();

    /** @throws IllegalStateException when the device does not answer, or has no such key, or one that may leave it */
    Pkcs11KeyDevice(KeyDeviceProperties settings) {
        provider = Security.getProvider("SunPKCS11").configure("""
                        --name = zhengqi
                        library = %s
                        slotListIndex = %d
                        """.formatted(settings.library(), settings.slot()));
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, settings.pin().toCharArray());
            Key found = store.getKey(settings.key(), null);
            if (found == null) {
                throw new IllegalStateException("The key device has no key " + settings.key());
            }
            if (found.getEncoded() != null) {
                throw new IllegalStateException("The key " + settings.key()
                        + " may leave the key device: it has to be made sensitive and not extractable");
            }
            key = found;
        } catch (GeneralSecurityException | IOException refused) {
            throw new IllegalStateException("The key device " + settings.library() + " does not answer", refused);
        }
    }

    @Override
    public byte[] wrap(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = done(Cipher.ENCRYPT_MODE, nonce, plain);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        if (wrapped.length <= NONCE_BYTES) {
            throw new IllegalStateException("This is not what a key device wrapped");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] sealed = new byte[wrapped.length - NONCE_BYTES];
        ByteBuffer.wrap(wrapped).get(nonce).get(sealed);
        return done(Cipher.DECRYPT_MODE, nonce, sealed);
    }

    private byte[] done(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION, provider);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(PURPOSE);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException(
                    "The key device refuses: this is not what it wrapped, or it is away", refused);
        }
    }
}
