package cn.zhengqi.auth.secondfactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes by time as RFC 6238 has them, with what every authenticator app supports: HMAC-SHA-1, 30 seconds, six digits. */
final class Totp {

    static final int DIGITS = 6;
    static final int SECRET_BYTES = 20;
    static final int STEP_SECONDS = 30;

    /** Clocks of phones are a little off, and typing takes time. */
    private static final int STEPS_OFF = 1;

    private static final String ALGORITHM = "HmacSHA1";
    private static final int MODULUS = 1_000_000;

    private final SecretKeySpec key;

    Totp(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    static long stepAt(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    String code(long step) {
        byte[] hash = hash(step);
        int offset = hash[hash.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    /** The step that the code belongs to, if it is one of now, just past or about to come. */
    OptionalLong stepOf(String code, Instant now) {
        byte[] typed = code.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = stepAt(now) - STEPS_OFF; step <= stepAt(now) + STEPS_OFF; step++) {
            if (MessageDigest.isEqual(code(step).getBytes(StandardCharsets.UTF_8), typed)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private byte[] hash(long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC is not there", impossible);
        }
    }
}
