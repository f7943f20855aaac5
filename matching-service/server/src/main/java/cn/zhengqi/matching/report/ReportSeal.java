package cn.zhengqi.matching.report;

import cn.zhengqi.data.Sealer;
import cn.zhengqi.data.SigningPair;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs reports: number, enterprise, moment and hash of the content, with ECDSA on P-256, so that anybody who has the public key can check it. */
@Component
class ReportSeal {

    private static final int SECRET_BYTES = 32;

    private final SigningPair pair;

    /** @param secret Base64 of 32 random bytes; without it the service does not start */
    ReportSeal(@Value("${zhengqi.matching.data-key}") String secret) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("ZHENGQI_MATCHING_DATA_KEY is not Base64", notBase64);
        }
        if (bytes.length != SECRET_BYTES) {
            throw new IllegalStateException(
                    "ZHENGQI_MATCHING_DATA_KEY must be Base64 of 32 bytes, not of " + bytes.length);
        }
        pair = SigningPair.of(Sealer.derive(bytes, "signature of planning reports", "HmacSHA256")
                .getEncoded());
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] sha256(String content) {
        return sha256(content.getBytes(StandardCharsets.UTF_8));
    }

    /** What is signed, for whoever checks it without asking the platform. */
    static String signedText(String number, UUID enterprise, Instant issuedAt, byte[] contentSha256) {
        return String.join(
                "\n",
                "zhengqi planning report 1",
                number,
                enterprise.toString(),
                String.valueOf(issuedAt.toEpochMilli()),
                HexFormat.of().formatHex(contentSha256));
    }

    byte[] sign(String text) {
        return pair.sign(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean verify(String text, byte[] signature) {
        return pair.verify(text.getBytes(StandardCharsets.UTF_8), signature);
    }

    String keyId() {
        return HexFormat.of().formatHex(pair.id());
    }

    /** SubjectPublicKeyInfo in Base64. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(pair.open().getEncoded());
    }
}
