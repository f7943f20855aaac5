package cn.zhengqi.code.secret;

import cn.zhengqi.data.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Encrypts personal data for a text column: what {@link Sealer} makes, in Base64, after the version of this form. */
@Component
public class PersonalData {

    private static final String VERSION = "v1:";

    private final Sealer sealer;

    PersonalData(CodeKeys keys) {
        this.sealer = keys.personalData();
    }

    public String encrypt(String plain, UUID row) {
        return VERSION
                + Base64.getEncoder()
                        .encodeToString(sealer.seal(plain.getBytes(StandardCharsets.UTF_8), row.toString()));
    }

    /** @throws IllegalStateException when the text was not encrypted here for this row */
    public String decrypt(String stored, UUID row) {
        if (!stored.startsWith(VERSION)) {
            throw new IllegalStateException("Unknown form of encrypted data");
        }
        byte[] sealed = Base64.getDecoder().decode(stored.substring(VERSION.length()));
        return new String(sealer.open(sealed, row.toString()), StandardCharsets.UTF_8);
    }
}
