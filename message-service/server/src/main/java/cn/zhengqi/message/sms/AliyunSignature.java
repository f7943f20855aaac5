package cn.zhengqi.message.sms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature of a request to Alibaba Cloud, version 3 (ACS3-HMAC-SHA256), of an RPC call by POST without a body. */
record AliyunSignature(String keyId, String keySecret) {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";
    private static final String HMAC = "HmacSHA256";

    static final String EMPTY_BODY_HASH = sha256("");

    /**
     * @param query of the request, not encoded
     * @param headers that are signed: host and all {@code x-acs-}
     * @return value of the header Authorization
     */
    String authorization(SortedMap<String, String> query, Map<String, String> headers) {
        SortedMap<String, String> signed = new TreeMap<>(headers);
        String names = String.join(";", signed.keySet());
        String canonical = String.join(
                "\n",
                "POST",
                "/",
                canonicalQuery(query),
                signed.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                        .collect(Collectors.joining()),
                names,
                EMPTY_BODY_HASH);
        return ALGORITHM + " Credential=" + keyId + ",SignedHeaders=" + names + ",Signature="
                + hmac(ALGORITHM + "\n" + sha256(canonical));
    }

    static String canonicalQuery(SortedMap<String, String> query) {
        return query.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** RFC 3986, which {@link URLEncoder} misses in three characters. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(keySecret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC is not there", impossible);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not there", impossible);
        }
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "AliyunSignature[" + keyId + "]";
    }
}
