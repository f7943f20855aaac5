package cn.zhengqi.message.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature of a request to Tencent Cloud, version 3 (TC3-HMAC-SHA256), of a POST with a JSON body; host and type of the body are signed. */
record TencentSignature(String secretId, String secretKey) {

    static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private static final String ALGORITHM = "TC3-HMAC-SHA256";
    private static final String HMAC = "HmacSHA256";
    private static final String SIGNED = "content-type;host";

    /**
     * @param service first part of the host, as {@code sms}
     * @return value of the header Authorization
     */
    String authorization(String service, String host, String body, Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        String scope = day + "/" + service + "/tc3_request";
        String canonical = String.join(
                "\n", "POST", "/", "", "content-type:" + CONTENT_TYPE, "host:" + host, "", SIGNED, sha256(body));
        String text = String.join("\n", ALGORITHM, Long.toString(at.getEpochSecond()), scope, sha256(canonical));
        byte[] key = hmac(bytes("TC3" + secretKey), day.toString());
        byte[] signing = hmac(hmac(key, service), "tc3_request");
        return ALGORITHM + " Credential=" + secretId + "/" + scope + ", SignedHeaders=" + SIGNED + ", Signature="
                + HexFormat.of().formatHex(hmac(signing, text));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC is not there", impossible);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not there", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "TencentSignature[" + secretId + "]";
    }
}
