package cn.zhengqi.gateway.openapi;

import cn.zhengqi.kernel.ProblemException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;

/** {@code Content-Digest} of RFC 9530 with {@code sha-256} or {@code sm3} (registered nowhere): the body is the one that was signed. */
final class ContentDigest {

    private static final String SHA_256 = "sha-256";
    private static final String SM3 = "sm3";

    private ContentDigest() {}

    /** @throws ProblemException DIGEST_INVALID when there is none by these algorithms, or one of them is another body's */
    static void check(List<String> field, byte[] body) {
        Map<String, ? extends ListElement<?>> digests = Map.of();
        try {
            digests = Parser.parseDictionary(String.join(", ", field)).get();
        } catch (ParseException notStructured) {
            // Answered below, as one that is missing is.
        }
        ListElement<?> sha256 = digests.get(SHA_256);
        ListElement<?> sm3 = digests.get(SM3);
        if (sha256 == null && sm3 == null) {
            throw missing();
        }
        if ((sha256 != null && !MessageDigest.isEqual(said(sha256), sha256(body)))
                || (sm3 != null && !MessageDigest.isEqual(said(sm3), sm3(body)))) {
            throw new ProblemException(OpenApiProblem.DIGEST_INVALID);
        }
    }

    private static byte[] said(ListElement<?> digest) {
        if (!(digest.get() instanceof ByteBuffer bytes)) {
            throw missing();
        }
        byte[] said = new byte[bytes.remaining()];
        bytes.duplicate().get(said);
        return said;
    }

    private static ProblemException missing() {
        return new ProblemException(OpenApiProblem.DIGEST_INVALID, "有请求内容时，应有 sha-256 或 sm3 的 Content-Digest");
    }

    private static byte[] sm3(byte[] body) {
        SM3Digest digest = new SM3Digest();
        digest.update(body, 0, body.length);
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return value;
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not there", impossible);
        }
    }
}
