package cn.zhengqi.data.idempotency;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.data.encryption.ProtectedIndex;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Keeps stored answers so that who gets hold of the table reads none of them, and cannot try phones until a request fits. A service without data keys keeps
 * answers without content alone.
 */
final class AnswerSeal {

    private final @Nullable ProtectedColumn answers;
    private final @Nullable ProtectedIndex requests;

    AnswerSeal(@Nullable DataProtection protection) {
        answers = protection == null ? null : answers(protection);
        requests = protection == null ? null : requests(protection);
    }

    static ProtectedColumn answers(DataProtection protection) {
        return protection.column("idempotency_key", "body");
    }

    static ProtectedIndex requests(DataProtection protection) {
        return protection.index("idempotency_key", "request_hash");
    }

    /** @throws IllegalStateException when there is something to seal and no key */
    @Nullable
    String seal(byte[] answer) {
        if (answer.length == 0) {
            return null;
        }
        if (answers == null) {
            throw new IllegalStateException("A service that keeps answers names its data keys (zhengqi.encryption)");
        }
        return answers.seal(new String(answer, StandardCharsets.UTF_8));
    }

    byte @Nullable [] open(@Nullable String stored) {
        return stored == null || answers == null ? null : answers.open(stored).getBytes(StandardCharsets.UTF_8);
    }

    /** @param digest of what was asked */
    byte[] fingerprint(byte[] digest) {
        return requests == null ? digest : requests.of(HexFormat.of().formatHex(digest));
    }
}
