package cn.zhengqi.paper;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import java.time.OffsetDateTime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What anybody is told who has the number of a paper: what was compared with what, each for itself.
 *
 * @param enterpriseName masked
 * @param genuine whether the record is what was signed: number, enterprise, moment and hash of the content, and the content itself where it is kept
 * @param content whether the kept content, hashed now, gives the hash that was signed; absent where it is not kept any more. Says nothing of a copy
 * @param fingerprint SHA-256 of the content, in hexadecimal digits
 * @param printed whether the digits that were asked about are those of this paper; absent where none were. They come from the QR code or the foot of
 *     a copy: whether its words are the paper's they do not say
 * @param file whether the file that was asked about is, byte for byte, one that the platform made of it; absent where none was
 */
public record PaperCheck(
        String number,
        String enterpriseName,
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
        CHANGED;

        static Verdict of(boolean same) {
            return same ? SAME : CHANGED;
        }
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

    /**
     * What the platform has of it.
     *
     * @param content absent where it is not kept any more
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two
    public record Kept(@Nullable String content, byte[] signature) {}

    static PaperCheck of(
            SignedPaper paper,
            String enterpriseName,
            boolean genuine,
            @Nullable Verdict content,
            PaperQuestion asked,
            Predicate<String> isCopy,
            Signature signature) {
        String printed = asked.printed();
        String file = asked.file();
        return new PaperCheck(
                paper.number(),
                Mask.ENTERPRISE_NAME.apply(enterpriseName),
                BusinessTime.at(paper.issuedAt()),
                genuine,
                content,
                paper.fingerprint(),
                printed == null ? null : Verdict.of(paper.fingerprint().startsWith(printed)),
                file == null ? null : Verdict.of(isCopy.test(file)),
                signature);
    }
}
