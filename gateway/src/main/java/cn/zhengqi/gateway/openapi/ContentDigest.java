package cn.zhengqi.gateway.openapi;

import cn.zhengqi.kernel.ProblemException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;

/** {@code Content-Digest} of RFC 9530 with {@code sha-256}: the body is the one that was signed. */
final class ContentDigest {

    private static final String ALGORITHM = "sha-256";

    private ContentDigest() {}

    /** @throws ProblemException DIGEST_INVALID when there is none by this algorithm, or it is another's */
    static void check(List<String> field, byte[] body) {
        ListElement<?> digest = null;
        try {
            digest = field.isEmpty()
                    ? null
                    : Parser.parseDictionary(String.join(", ", field)).get().get(ALGORITHM);
        } catch (ParseException notStructured) {
            // Answered below, as one that is missing is.
        }
        if (digest == null || !(digest.get() instanceof ByteBuffer bytes)) {
            throw new ProblemException(OpenApiProblem.DIGEST_INVALID, "有请求内容时，应有 sha-256 的 Content-Digest");
        }
        byte[] said = new byte[bytes.remaining()];
        bytes.duplicate().get(said);
        if (!MessageDigest.isEqual(said, sha256(body))) {
            throw new ProblemException(OpenApiProblem.DIGEST_INVALID);
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not there", impossible);
        }
    }
}
