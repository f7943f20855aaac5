package cn.zhengqi.message.sms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Signature of a request to SUBMAIL (API 授权与验证机制, mysubmail.com/documents/VBcbe): SHA-1, the stronger of the two that it knows, over the parameters in the order of their names, as they are and not
 * encoded, between the application and its key. What its documentation takes out of it ({@code tag}; {@code vars} by {@code sign_version} 2) is not passed here.
 */
record SubmailSignature(String appId, String appKey) {

    static final String TYPE = "sha1";

    String of(SortedMap<String, String> signed) {
        String frame = appId + appKey;
        String text = signed.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&", frame, frame));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-1 is not there", impossible);
        }
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "SubmailSignature[" + appId + "]";
    }
}
