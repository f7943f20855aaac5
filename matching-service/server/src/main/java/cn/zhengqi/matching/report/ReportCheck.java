package cn.zhengqi.matching.report;

import cn.zhengqi.kernel.Mask;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What anybody is told who has the number of a report: what was compared with what, each for itself.
 *
 * @param enterpriseName masked
 * @param genuine whether the record is what was signed: number, enterprise, moment and hash of the content, and the content itself where it is kept
 * @param content whether the kept content, hashed now, gives the hash that was signed; absent where it is not kept any more. Says nothing of a copy
 * @param fingerprint SHA-256 of the content, in hexadecimal digits
 * @param printed whether the digits that were asked about are those of this report; absent where none were. They come from the QR code or the foot of
 *     a copy: whether its words are the report's they do not say
 * @param file whether the file that was asked about is, byte for byte, one that the platform made of it; absent where none was
 */
public record ReportCheck(
        String number,
        String enterpriseName,
        LocalDate asOf,
        OffsetDateTime issuedAt,
        boolean genuine,
        @Nullable Verdict content,
        String fingerprint,
        @Nullable Verdict printed,
        @Nullable Verdict file,
        Signature signature) {

    /** What comparing came to. */
    public enum Verdict {
        SAME,
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
