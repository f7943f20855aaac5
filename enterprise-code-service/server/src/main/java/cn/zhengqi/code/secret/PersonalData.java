package cn.zhengqi.code.secret;

import cn.zhengqi.data.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads what was encrypted before keys had versions (AES, bound to its row), so that it can be encrypted as everything else is. */
@Component
public class PersonalData {

    private static final String VERSION = "v1:";

    private final Sealer sealer;

    PersonalData(CodeKeys keys) {
        this.sealer = keys.personalData();
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
