package cn.zhengqi.ops.export;

import cn.zhengqi.data.Sealer;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Keeps filters and files so that who gets hold of the database reads none of them: each file under a key of its own, which goes with it, and that under the data keys. */
@Component
class ExportSecrets {

    private static final int KEY_BYTES = 32;

    private final ProtectedColumn filters;
    private final ProtectedColumn keys;
    private final SecureRandom random = new SecureRandom();

    ExportSecrets(DataProtection protection) {
        this.filters = protection.column("export_job", "filter");
        this.keys = protection.column("export_job", "file_key");
    }

    String sealFilter(String json) {
        return filters.seal(json);
    }

    String openFilter(String stored) {
        return filters.open(stored);
    }

    /** A new key, as it is stored. */
    String newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return keys.seal(Base64.getEncoder().encodeToString(key));
    }

    Sealer sealerOf(String storedKey) {
        return Sealer.of(Base64.getDecoder().decode(keys.open(storedKey)), "export-file");
    }
}
