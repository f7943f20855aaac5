package cn.zhengqi.matching.report;

import cn.zhengqi.kernel.Mask;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What anybody is told who has the number of a report.
 *
 * @param enterpriseName masked
 * @param genuine whether the platform's own record of it stands up to its signature
 * @param fingerprint SHA-256 of the content, in hexadecimal digits
 * @param printed whether the fingerprint that was asked about is its own; absent where none was
 * @param file whether the file that was asked about is one that the platform made of it; absent where none was
 */
public record ReportCheck(
        String number,
        String enterpriseName,
        LocalDate asOf,
        OffsetDateTime issuedAt,
        boolean genuine,
        String fingerprint,
        @Nullable Verdict printed,
        @Nullable Verdict file,
        Signature signature) {

    /** What comparing came to. */
    public enum Verdict {
        /** 内容一致 */
        SAME,
        /** 已被改动 */
        CHANGED
    }

    /**
     * For those who check it themselves.
     *
     * @param publicKey SubjectPublicKeyInfo in Base64
     * @param signedText what is signed, as UTF-8
     * @param value both numbers, one after the other (IEEE P1363), in Base64
     */
    public record Signature(String algorithm, String keyId, String publicKey, String signedText, String value) {

        static final String ALGORITHM = "ECDSA P-256 SHA-256";
    }

    static String masked(String enterpriseName) {
        return Mask.ENTERPRISE_NAME.apply(enterpriseName);
    }
}
