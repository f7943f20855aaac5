package cn.zhengqi.auth.passkey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser is told, in the JSON of WebAuthn level 3 (parseCreationOptionsFromJSON, parseRequestOptionsFromJSON); bytes are base64url.
 */
public final class PasskeyOptions {

    private PasskeyOptions() {}

    /** A passkey that there is. */
    public record Descriptor(String type, String id, List<String> transports) {}

    /** For navigator.credentials.get. */
    public record RequestOptions(
            String challenge, String rpId, long timeout, List<Descriptor> allowCredentials, String userVerification) {}

    /** For navigator.credentials.create. */
    public record CreationOptions(
            RelyingPartyName rp,
            UserName user,
            String challenge,
            List<Algorithm> pubKeyCredParams,
            long timeout,
            List<Descriptor> excludeCredentials,
            Selection authenticatorSelection,
            String attestation) {}

    /** The platform, as the device shows it. */
    public record RelyingPartyName(String id, String name) {}

    /** The account, as the device shows it. */
    public record UserName(String id, String name, String displayName) {}

    /** One that the platform can check. */
    public record Algorithm(String type, long alg) {}

    /** What the authenticator must be able to do. */
    public record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    /**
     * What came of navigator.credentials.get.
     *
     * @param id of the passkey
     * @param userHandle which account the passkey was made for; absent where the passkey does not say
     */
    public record Assertion(
            byte[] id,
            byte[] clientDataJson,
            byte[] authenticatorData,
            byte[] signature,
            byte @Nullable [] userHandle) {}
}
