package cn.zhengqi.code.secret;

import cn.zhengqi.data.Sealer;
import cn.zhengqi.data.SigningPair;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys of this service, each for one purpose, derived from the one secret that the environment gives. */
@Component
public class CodeKeys {

    private static final int BYTES = 32;

    private final byte[] secret;

    /** @param dataKey Base64 of 32 random bytes; without it the service does not start */
    CodeKeys(@Value("${zhengqi.code.data-key}") String dataKey) {
        this.secret = decode(dataKey);
    }

    /** For personal data at rest. */
    Sealer personalData() {
        return Sealer.of(secret, "personal data at rest");
    }

    /** For what a code carries. */
    public SecretKey signing() {
        return Sealer.derive(secret, "signature of codes", "HmacSHA256");
    }

    /** For what a code that is shown carries: whoever has the public half can check it without asking. */
    public SigningPair pair() {
        return SigningPair.of(
                Sealer.derive(secret, "public signature of codes", "HmacSHA256").getEncoded());
    }

    private static byte[] decode(String dataKey) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(dataKey.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("ZHENGQI_CODE_DATA_KEY is not Base64", notBase64);
        }
        if (bytes.length != BYTES) {
            throw new IllegalStateException("ZHENGQI_CODE_DATA_KEY must be Base64 of 32 bytes, not of " + bytes.length);
        }
        return bytes;
    }
}
