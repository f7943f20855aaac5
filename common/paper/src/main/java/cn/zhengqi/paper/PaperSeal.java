package cn.zhengqi.paper;

import cn.zhengqi.data.Sealer;
import cn.zhengqi.data.SigningPair;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Predicate;

/**
 * Signs papers of one kind: number, holder, moment and hash of the content, with ECDSA on P-256, so that anybody who has the public key can check it. The content
 * is written down once and not changed.
 */
public final class PaperSeal {

    private static final int SECRET_BYTES = 32;

    private final SigningPair pair;
    private final String kind;

    /**
     * @param setting name of the secret in the environment, for the message where it is missing
     * @param secret Base64 of 32 random bytes; without it the service does not start
     * @param purpose keeps the keys of one secret apart; never changed, or nothing that was signed is genuine any more
     * @param kind first line of what is signed
     */
    public PaperSeal(String setting, String secret, String purpose, String kind) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException(setting + " is not Base64", notBase64);
        }
        if (bytes.length != SECRET_BYTES) {
            throw new IllegalStateException(setting + " must be Base64 of 32 bytes, not of " + bytes.length);
        }
        this.pair = SigningPair.of(Sealer.derive(bytes, purpose, "HmacSHA256").getEncoded());
        this.kind = kind;
    }

    public static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static byte[] sha256(String content) {
        return sha256(content.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] sign(SignedPaper paper) {
        return pair.sign(text(paper).getBytes(StandardCharsets.UTF_8));
    }

    /** What is signed, for whoever checks it without asking the platform. */
    private String text(SignedPaper paper) {
        return String.join(
                "\n",
                kind,
                paper.number(),
                paper.enterprise().toString(),
                String.valueOf(paper.issuedAt().toEpochMilli()),
                HexFormat.of().formatHex(paper.contentSha256()));
    }

    /**
     * For anybody who has the number.
     *
     * @param asked what else they ask about
     * @param isCopy whether a file of that SHA-256 was made of this paper
     */
    public PaperCheck check(
            SignedPaper paper,
            String enterpriseName,
            PaperCheck.Kept kept,
            PaperQuestion asked,
            Predicate<String> isCopy) {
        String text = text(paper);
        boolean signed = pair.verify(text.getBytes(StandardCharsets.UTF_8), kept.signature());
        String content = kept.content();
        PaperCheck.Verdict verdict = content == null
                ? null
                : PaperCheck.Verdict.of(MessageDigest.isEqual(sha256(content), paper.contentSha256()));
        return PaperCheck.of(
                paper,
                enterpriseName,
                signed && verdict != PaperCheck.Verdict.CHANGED,
                verdict,
                asked,
                isCopy,
                new PaperCheck.Signature(
                        PaperCheck.Signature.ALGORITHM,
                        HexFormat.of().formatHex(pair.id()),
                        Base64.getEncoder().encodeToString(pair.open().getEncoded()),
                        text,
                        Base64.getEncoder().encodeToString(kept.signature())));
    }
}
