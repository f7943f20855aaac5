package cn.zhengqi.auth.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An authenticator and the browser before it, as WebAuthn level 3 has them: one ES256 key, a counter, and a person who always agrees. What a thief would do otherwise is set
 * from outside.
 */
final class SoftwareAuthenticator {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair key;
    private final byte[] id = new byte[32];
    private byte[] userHandle = new byte[0];
    private int counter;

    /** Where the browser thinks it is. */
    String origin = "http://localhost:8080";

    /** For which site it signs. */
    String site = "localhost";

    boolean verifiesThePerson = true;

    SoftwareAuthenticator() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            key = keys.generateKeyPair();
            new SecureRandom().nextBytes(id);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SoftwareAuthenticator(SoftwareAuthenticator original) {
        key = original.key;
        System.arraycopy(original.id, 0, id, 0, id.length);
        userHandle = original.userHandle;
        counter = original.counter;
    }

    /** What somebody has who read the key out of it. */
    SoftwareAuthenticator copy() {
        return new SoftwareAuthenticator(this);
    }

    String credentialId() {
        return text(id);
    }

    /** navigator.credentials.create */
    Map<String, Object> create(JsonNode options, String name) {
        userHandle =
                Base64.getUrlDecoder().decode(options.path("user").path("id").asString());
        byte[] clientData =
                clientData("webauthn.create", options.path("challenge").asString());
        byte[] credential = concat(
                new byte[16], ByteBuffer.allocate(2).putShort((short) id.length).array(), id, cose());
        byte[] authData = concat(head(ATTESTED), credential);
        byte[] attestation = concat(
                new byte[] {(byte) 0xa3},
                cborText("fmt"),
                cborText("none"),
                cborText("attStmt"),
                new byte[] {(byte) 0xa0},
                cborText("authData"),
                cborBytes(authData));
        return Map.of(
                "name",
                name,
                "attestationObject",
                text(attestation),
                "clientDataJSON",
                text(clientData),
                "transports",
                List.of("internal"));
    }

    /** navigator.credentials.get */
    Map<String, Object> get(JsonNode options) {
        byte[] clientData = clientData("webauthn.get", options.path("challenge").asString());
        counter++;
        byte[] authData = head(0);
        Map<String, Object> answer = new HashMap<>();
        answer.put("id", credentialId());
        answer.put("clientDataJSON", text(clientData));
        answer.put("authenticatorData", text(authData));
        answer.put("signature", text(signed(concat(authData, sha256(clientData)))));
        answer.put("userHandle", text(userHandle));
        return answer;
    }

    private byte[] clientData(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] head(int flags) {
        return concat(
                sha256(site.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) (flags | PRESENT | (verifiesThePerson ? VERIFIED : 0))},
                ByteBuffer.allocate(4).putInt(counter).array());
    }

    /** {1: 2, 3: -7, -1: 1, -2: x, -3: y} */
    private byte[] cose() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return concat(
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21},
                cborBytes(fixed(point.getAffineX().toByteArray())),
                new byte[] {0x22},
                cborBytes(fixed(point.getAffineY().toByteArray())));
    }

    private static byte[] fixed(byte[] number) {
        byte[] fixed = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private byte[] signed(byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] cborText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return concat(new byte[] {(byte) (0x60 | bytes.length)}, bytes);
    }

    private static byte[] cborBytes(byte[] bytes) {
        return concat(
                ByteBuffer.allocate(3)
                        .put((byte) 0x59)
                        .putShort((short) bytes.length)
                        .array(),
                bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
