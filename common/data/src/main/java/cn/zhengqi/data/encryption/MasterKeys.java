package cn.zhengqi.data.encryption;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** How a master key stands in the environment: as it is, in Base64, or, after {@value #WRAPPED}, as the key device wrapped it. */
final class MasterKeys {

    static final String WRAPPED = "device:";

    private static final int BYTES = 32;

    private final @Nullable KeyDevice device;
    private final SecureRandom random = new SecureRandom();

    /** @param device absent: keys stand there as they are */
    MasterKeys(@Nullable KeyDevice device) {
        this.device = device;
    }

    boolean haveDevice() {
        return device != null;
    }

    /**
     * @param what is named when it is wrong; the key is not
     * @throws IllegalStateException for what is no key
     */
    byte[] read(String text, String what) {
        String stripped = text.strip();
        boolean wrapped = stripped.startsWith(WRAPPED);
        byte[] bytes = decode(wrapped ? stripped.substring(WRAPPED.length()) : stripped, what);
        if (wrapped) {
            if (device == null) {
                throw new IllegalStateException(what + " lies under a key device, and none is configured");
            }
            bytes = device.unwrap(bytes);
        }
        if (bytes.length != BYTES) {
            throw new IllegalStateException(what + " must be Base64 of " + BYTES + " bytes, not of " + bytes.length);
        }
        return bytes;
    }

    /**
     * A new key as it is to stand in the environment: nobody has seen it.
     *
     * @throws IllegalStateException without a device
     */
    String make() {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return wrapped(key);
    }

    /** @throws IllegalStateException without a device */
    String wrapped(byte[] key) {
        if (device == null) {
            throw new IllegalStateException("There is no key device");
        }
        return WRAPPED + Base64.getEncoder().encodeToString(device.wrap(key));
    }

    /** Both alphabets of Base64 are read: secrets are made in either. */
    private static byte[] decode(String text, String what) {
        try {
            return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException(what + " is not Base64", notBase64);
        }
    }
}
