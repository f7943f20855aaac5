package cn.zhengqi.auth.secondfactor;

import java.time.Instant;
import org.apache.commons.codec.binary.Base32;

/** The app on somebody's phone: it was told the secret and shows codes. */
public final class Authenticator {

    private final Totp totp;

    public Authenticator(String secret) {
        this.totp = new Totp(new Base32().decode(secret));
    }

    public String now() {
        return code(0);
    }

    /** @param stepsAway in steps of half a minute */
    public String code(int stepsAway) {
        return totp.code(Totp.stepAt(Instant.now()) + stepsAway);
    }
}
