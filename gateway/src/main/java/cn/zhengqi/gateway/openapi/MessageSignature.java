package cn.zhengqi.gateway.openapi;

import cn.zhengqi.auth.api.OpenApiKeys;
import cn.zhengqi.kernel.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The signature that a request brings: {@code Signature-Input} and {@code Signature} of RFC 9421 with {@code hmac-sha256} or {@code sm2-sm3}. Fields are parsed as structured
 * fields (RFC 9651) by a library; what is signed is laid out by {@link SignedMessage}.
 *
 * @param covered the components with the parameters of the signature, as they were sent
 */
record MessageSignature(
        InnerList covered, byte[] value, String algorithm, String keyId, Instant created, String nonce) {

    /** How far a request's time may be from ours, to either side. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Set<String> ALGORITHMS = Set.of(OpenApiKeys.HMAC_SHA256, OpenApiKeys.SM2_SM3);
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final Pattern KEY_ID = Pattern.compile("zqk_[0-9a-z]{20}");

    /**
     * Reads it, believing nothing yet.
     *
     * @throws ProblemException SIGNATURE_REQUIRED; SIGNATURE_INVALID for what is none, or one that lacks a parameter that is asked for
     */
    static MessageSignature read(SignedMessage message) {
        List<String> inputs = message.fields().apply("signature-input");
        List<String> values = message.fields().apply("signature");
        if (inputs.isEmpty() || values.isEmpty()) {
            throw new ProblemException(OpenApiProblem.SIGNATURE_REQUIRED);
        }
        Dictionary input = dictionary(inputs, "Signature-Input");
        Dictionary value = dictionary(values, "Signature");
        if (input.get().size() != 1 || !input.get().keySet().equals(value.get().keySet())) {
            throw refused("请求应有且只有一个签名");
        }
        if (!(input.get().values().iterator().next() instanceof InnerList covered)
                || !(value.get().values().iterator().next().get() instanceof ByteBuffer bytes)) {
            throw refused("Signature-Input 或 Signature 格式不正确");
        }
        String algorithm = text(covered, "alg");
        if (algorithm == null || !ALGORITHMS.contains(algorithm)) {
            throw refused("签名参数 alg 应为 " + OpenApiKeys.HMAC_SHA256 + " 或 " + OpenApiKeys.SM2_SM3);
        }
        String keyId = text(covered, "keyid");
        String nonce = text(covered, "nonce");
        Instant created = time(covered, "created");
        if (keyId == null
                || created == null
                || nonce == null
                || !NONCE.matcher(nonce).matches()) {
            throw refused("签名参数应有 created、keyid 和 16 至 64 位的 nonce（字母、数字、-、_）");
        }
        if (!KEY_ID.matcher(keyId).matches()) {
            // Nobody is asked about what cannot be a key.
            throw new ProblemException(OpenApiProblem.KEY_UNKNOWN);
        }
        byte[] signature = new byte[bytes.remaining()];
        bytes.duplicate().get(signature);
        return new MessageSignature(covered, signature, algorithm, keyId, created, nonce);
    }

    /**
     * Whether it covers enough, is of now, and was made with one of the secrets or key pairs.
     *
     * @param keys those that count; which of them fits is not told
     * @throws ProblemException SIGNATURE_INVALID, SIGNATURE_EXPIRED
     */
    void check(SignedMessage message, boolean hasBody, Keys keys, Instant now) {
        Set<String> names =
                covered.get().stream().map(item -> String.valueOf(item.get())).collect(Collectors.toSet());
        boolean target = names.contains("@target-uri")
                || (names.contains("@authority")
                        && (names.contains("@request-target")
                                || (names.contains("@path") && (message.query() == null || names.contains("@query")))));
        if (!names.contains("@method") || !target) {
            throw refused("签名应包含 @method，以及 @target-uri 或 @authority、@path、@query");
        }
        if (hasBody && !names.contains("content-digest")) {
            throw refused("有请求内容时，签名应包含 content-digest");
        }
        Instant expires = time(covered, "expires");
        if (created.isBefore(now.minus(WINDOW))
                || created.isAfter(now.plus(WINDOW))
                || (expires != null && !expires.isAfter(now))) {
            throw new ProblemException(OpenApiProblem.SIGNATURE_EXPIRED);
        }
        byte[] base = message.signatureBase(covered).getBytes(StandardCharsets.UTF_8);
        boolean fits = false;
        // An algorithm goes with keys of its own: no public key is ever taken for a secret.
        if (algorithm.equals(OpenApiKeys.SM2_SM3)) {
            for (byte[] point : keys.points()) {
                fits |= Sm2.verifies(point, base, value);
            }
        } else {
            for (byte[] secret : keys.secrets()) {
                fits |= MessageDigest.isEqual(hmac(secret, base), value);
            }
        }
        if (!fits) {
            throw new ProblemException(OpenApiProblem.SIGNATURE_INVALID);
        }
    }

    /**
     * What counts of one key now.
     *
     * @param points public halves of SM2 key pairs, uncompressed
     */
    record Keys(List<byte[]> secrets, List<byte[]> points) {

        static Keys of(OpenApiKeys.UsableKey key) {
            return new Keys(decoded(key.secrets()), decoded(key.publicKeys()));
        }

        private static List<byte[]> decoded(List<String> base64) {
            return base64.stream().map(Base64.getDecoder()::decode).toList();
        }
    }

    static byte[] hmac(byte[] secret, byte[] base) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(base);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC is not there", impossible);
        }
    }

    private static Dictionary dictionary(List<String> lines, String field) {
        try {
            return Parser.parseDictionary(String.join(", ", lines));
        } catch (ParseException notStructured) {
            throw refused(field + " 格式不正确");
        }
    }

    private static @Nullable String text(InnerList covered, String parameter) {
        Item<?> item = covered.getParams().get(parameter);
        return item != null && item.get() instanceof String text ? text : null;
    }

    private static @Nullable Instant time(InnerList covered, String parameter) {
        Item<?> item = covered.getParams().get(parameter);
        return item != null && item.get() instanceof Long seconds ? Instant.ofEpochSecond(seconds) : null;
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(OpenApiProblem.SIGNATURE_INVALID, detail);
    }
}
