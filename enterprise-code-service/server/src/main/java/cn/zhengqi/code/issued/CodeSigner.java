package cn.zhengqi.code.issued;

import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.secret.CodeKeys;
import cn.zhengqi.kernel.ProblemException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes and reads what a code carries: {@code ZQ1:} and Base64url of kind, district, key id, body and a 128-bit HMAC. Short,
 * so that a cheap camera reads the picture; only this district can check it, which is all that is needed, for the card comes from here.
 */
@Component
public class CodeSigner {

    static final String PREFIX = "ZQ1:";

    private static final byte DYNAMIC = 'D';
    private static final byte STATIC = 'S';
    private static final int MAC_BYTES = 16;
    private static final int MAX_LENGTH = 300;

    private final int district;
    private final SecretKey key;
    private final int keyId;

    CodeSigner(CodeKeys keys, @Value("${zhengqi.district.code}") String district) {
        this.district = Integer.parseInt(district);
        this.key = keys.signing();
        this.keyId = ByteBuffer.wrap(mac(new byte[0])).getInt();
    }

    public String write(CodeContent content) {
        ByteBuffer body = switch (content) {
            case CodeContent.Dynamic(var codeId, var jti, var issuedAt, var lifetime) ->
                head(DYNAMIC, 16 + 16 + 8 + 1)
                        .putLong(codeId.getMostSignificantBits())
                        .putLong(codeId.getLeastSignificantBits())
                        .putLong(jti.getMostSignificantBits())
                        .putLong(jti.getLeastSignificantBits())
                        .putLong(issuedAt.toEpochMilli())
                        .put((byte) lifetime.toSeconds());
            case CodeContent.Static(var token) ->
                head(STATIC, 16).putLong(token.getMostSignificantBits()).putLong(token.getLeastSignificantBits());
        };
        byte[] signed = Arrays.copyOf(body.array(), body.capacity() + MAC_BYTES);
        System.arraycopy(mac(body.array()), 0, signed, body.capacity(), MAC_BYTES);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** @throws ProblemException CODE_UNKNOWN for what is no code or was tampered with, CODE_FOREIGN for one that another district signed */
    public CodeContent read(String text) {
        ByteBuffer bytes = decode(text.strip());
        if (bytes.remaining() <= MAC_BYTES) {
            throw unknown();
        }
        byte[] body = new byte[bytes.remaining() - MAC_BYTES];
        bytes.get(body);
        byte[] mac = new byte[MAC_BYTES];
        bytes.get(mac);
        try {
            ByteBuffer in = ByteBuffer.wrap(body);
            byte kind = in.get();
            int signedIn = in.getInt();
            int signedWith = in.getInt();
            boolean ours = signedIn == district && signedWith == keyId;
            if (!ours && (kind == DYNAMIC || kind == STATIC)) {
                throw new ProblemException(CodeProblem.CODE_FOREIGN);
            }
            if (!MessageDigest.isEqual(mac, mac(body))) {
                throw unknown();
            }
            return switch (kind) {
                case DYNAMIC ->
                    new CodeContent.Dynamic(
                            uuid(in), uuid(in), Instant.ofEpochMilli(in.getLong()), Duration.ofSeconds(in.get()));
                case STATIC -> new CodeContent.Static(uuid(in));
                default -> throw unknown();
            };
        } catch (BufferUnderflowException tooShort) {
            throw unknown();
        }
    }

    private ByteBuffer head(byte kind, int bodyBytes) {
        return ByteBuffer.allocate(1 + 4 + 4 + bodyBytes)
                .put(kind)
                .putInt(district)
                .putInt(keyId);
    }

    private byte[] mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(body), MAC_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ByteBuffer decode(String text) {
        if (!text.startsWith(PREFIX) || text.length() > MAX_LENGTH) {
            throw unknown();
        }
        try {
            return ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())));
        } catch (IllegalArgumentException notBase64) {
            throw unknown();
        }
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static ProblemException unknown() {
        return new ProblemException(CodeProblem.CODE_UNKNOWN);
    }
}
