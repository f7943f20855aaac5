package cn.zhengqi.auth.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What auth-service tells the gateway of keys of the open interface, and the gateway tells it of their use. */
public final class OpenApiKeys {

    /** Names of the algorithms, as they stand in {@code alg} of a signature. */
    public static final String HMAC_SHA256 = "hmac-sha256";

    /** SM2 (GB/T 32918.2) over SM3 with the usual identity; registered nowhere. */
    public static final String SM2_SM3 = "sm2-sm3";

    private OpenApiKeys() {}

    /** How it stands with a key that somebody named. */
    public enum Standing {
        USABLE,
        UNKNOWN,
        REVOKED,
        EXPIRED
    }

    /** @param key only of a usable one */
    public record Lookup(Standing standing, @Nullable UsableKey key) {

        public static Lookup of(UsableKey key) {
            return new Lookup(Standing.USABLE, key);
        }

        public static Lookup no(Standing standing) {
            return new Lookup(standing, null);
        }
    }

    /**
     * A key that may be used now.
     *
     * @param secrets Base64; the newest first, and the one before while it still counts
     * @param publicKeys Base64 of points on the curve of SM2, uncompressed; in the same order
     * @param addresses CIDR
     * @param token with which the gateway goes to the services for it; lives longer than this answer may be kept
     */
    public record UsableKey(
            UUID id,
            String keyId,
            List<String> secrets,
            List<String> publicKeys,
            List<String> scopes,
            List<String> addresses,
            int perMinute,
            int perDay,
            String token) {

        public UsableKey {
            secrets = List.copyOf(secrets);
            // An auth-service from before there were any says nothing of them.
            publicKeys = List.copyOf(Objects.requireNonNullElse(publicKeys, List.of()));
            scopes = List.copyOf(scopes);
            addresses = List.copyOf(addresses);
        }

        /** Without the secrets and the token, wherever it is printed. */
        @Override
        public String toString() {
            return "UsableKey[" + keyId + "]";
        }
    }

    /**
     * One request.
     *
     * @param problem code of the refusal, of the gateway or of the service; absent where it was none
     */
    public record Call(
            UUID id,
            UUID key,
            Instant at,
            String method,
            String path,
            int status,
            int millis,
            String address,
            @Nullable String problem) {

        public Call answeredWith(@Nullable String code) {
            return new Call(id, key, at, method, path, status, millis, address, code);
        }
    }
}
