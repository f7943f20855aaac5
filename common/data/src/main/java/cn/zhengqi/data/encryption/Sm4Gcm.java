package cn.zhengqi.data.encryption;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 in GCM (GB/T 32907, GB/T 36624) under one key. Form: nonce of 12 bytes, then cipher text and tag of 16. Any number of threads may use it. */
final class Sm4Gcm {

    static final int KEY_BYTES = 16;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final KeyParameter key;
    private final SecureRandom random = new SecureRandom();

    Sm4Gcm(byte[] key) {
        this.key = new KeyParameter(key);
    }

    /** @param bound what the cipher text is good for; whoever opens it says the same */
    byte[] seal(byte[] plain, byte[] bound) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = run(true, nonce, plain, bound);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("SM4 does not encrypt", impossible);
        }
    }

    /** @throws InvalidCipherTextException when it was sealed under another key or for something else, or was changed since */
    byte[] open(byte[] sealed, byte[] bound) throws InvalidCipherTextException {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            throw new InvalidCipherTextException("too short");
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return run(false, nonce, rest, bound);
    }

    private byte[] run(boolean encrypting, byte[] nonce, byte[] input, byte[] bound) throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypting, new AEADParameters(key, TAG_BYTES * Byte.SIZE, nonce, bound));
        byte[] output = new byte[cipher.getOutputSize(input.length)];
        int length = cipher.processBytes(input, 0, input.length, output, 0);
        cipher.doFinal(output, length);
        return output;
    }
}
