package cn.zhengqi.code.issued;

import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.secret.CodeKeys;
import cn.zhengqi.data.SigningPair;
import cn.zhengqi.kernel.ProblemException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes and reads what a code carries: {@code ZQ1:} and Base64url of kind, district, key id, body and seal. A printed code is sealed with
 * a 128-bit HMAC: short, so that a cheap camera reads it, and only the platform can say whether it still counts. A code on a screen is sealed
 * with a signature that an officer's phone checks by the public key, without a network.
 */
@Component
public class CodeSigner {

    static final String PREFIX = "ZQ1:";

    private static final byte DYNAMIC = 'P';
    private static final byte STATIC = 'S';
    private static final int MAC_BYTES = 16;
    private static final int HEAD_BYTES = 1 + 4 + 4;
    private static final int MAX_LENGTH = 300;

    private final int district;
    private final SecretKey key;
    private final int keyId;
    private final SigningPair pair;
    private final int pairId;

    /**
     * What was signed here a moment ago, by its whole text: the signature of such a text need not be checked, which costs more than the rest of reading it. As long as a code lives at
     * most, and more than are shown at a time.
     */
    private final Cache<String, CodeContent.Dynamic> signed = Caffeine.newBuilder()
            .expireAfterWrite(CodeContent.Dynamic.LONGEST_LIFE)
            .maximumSize(10_000)
            .build();

    CodeSigner(CodeKeys keys, @Value("${zhengqi.district.code}") String district) {
        this.district = Integer.parseInt(district);
        this.key = keys.signing();
        this.keyId = ByteBuffer.wrap(mac(new byte[0])).getInt();
        this.pair = keys.pair();
        this.pairId = ByteBuffer.wrap(pair.id()).getInt();
    }

    /** What an officer's phone has to know to check a code that is shown, without asking. */
    OfflineKey offlineKey() {
        return new OfflineKey(
                district,
                HexFormat.of().formatHex(pair.id()),
                Base64.getEncoder().encodeToString(pair.open().getEncoded()));
    }

    public String write(CodeContent content) {
        ByteBuffer body = switch (content) {
            case CodeContent.Dynamic(var codeId, var jti, var issuedAt, var lifetime) ->
                head(DYNAMIC, pairId, 16 + 16 + 8 + 1)
                        .putLong(codeId.getMostSignificantBits())
                        .putLong(codeId.getLeastSignificantBits())
                        .putLong(jti.getMostSignificantBits())
                        .putLong(jti.getLeastSignificantBits())
                        .putLong(issuedAt.toEpochMilli())
                        .put((byte) lifetime.toSeconds());
            case CodeContent.Static(var token) ->
                head(STATIC, keyId, 16)
                        .putLong(token.getMostSignificantBits())
                        .putLong(token.getLeastSignificantBits());
        };
        byte[] seal = content instanceof CodeContent.Dynamic ? pair.sign(body.array()) : mac(body.array());
        byte[] sealed = Arrays.copyOf(body.array(), body.capacity() + seal.length);
        System.arraycopy(seal, 0, sealed, body.capacity(), seal.length);
        String text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        if (content instanceof CodeContent.Dynamic dynamic) {
            signed.put(text, asCarried(dynamic));
        }
        return text;
    }

    /** A code carries no fractions of a millisecond of its time, nor of a second of its life. */
    private static CodeContent.Dynamic asCarried(CodeContent.Dynamic content) {
        return new CodeContent.Dynamic(
                content.codeId(),
                content.jti(),
                content.issuedAt().truncatedTo(ChronoUnit.MILLIS),
                Duration.ofSeconds(content.lifetime().toSeconds()));
    }

    /** @throws ProblemException CODE_UNKNOWN for what is no code or was tampered with, CODE_FOREIGN for one that another district signed */
    public CodeContent read(String text) {
        String code = text.strip();
        CodeContent known = signed.getIfPresent(code);
        return known != null ? known : checked(code);
    }

    private CodeContent checked(String text) {
        byte[] bytes = decode(text);
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            byte kind = in.get();
            int sealBytes = switch (kind) {
                case DYNAMIC -> SigningPair.SIGNATURE_BYTES;
                case STATIC -> MAC_BYTES;
                default -> throw unknown();
            };
            boolean ours = in.getInt() == district && in.getInt() == (kind == DYNAMIC ? pairId : keyId);
            if (!ours) {
                throw new ProblemException(CodeProblem.CODE_FOREIGN);
            }
            if (bytes.length < HEAD_BYTES + sealBytes) {
                throw unknown();
            }
            byte[] body = Arrays.copyOf(bytes, bytes.length - sealBytes);
            byte[] seal = Arrays.copyOfRange(bytes, body.length, bytes.length);
            if (kind == DYNAMIC ? !pair.verify(body, seal) : !MessageDigest.isEqual(seal, mac(body))) {
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

    private ByteBuffer head(byte kind, int key, int bodyBytes) {
        return ByteBuffer.allocate(HEAD_BYTES + bodyBytes)
                .put(kind)
                .putInt(district)
                .putInt(key);
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

    private static byte[] decode(String text) {
        if (!text.startsWith(PREFIX) || text.length() > MAX_LENGTH) {
            throw unknown();
        }
        try {
            return Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
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
