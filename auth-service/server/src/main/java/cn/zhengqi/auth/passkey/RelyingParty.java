package cn.zhengqi.auth.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Checks what authenticators say: challenge, origin, site, presence and verification of the person, signature and counter. Which make of
 * authenticator it is is not asked (no attestation).
 */
@Component
@EnableConfigurationProperties(PasskeyProperties.class)
class RelyingParty {

    private static final Logger LOG = LoggerFactory.getLogger(RelyingParty.class);
    private static final int CHALLENGE_BYTES = 32;

    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private final PasskeyProperties site;
    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final SecureRandom random = new SecureRandom();

    RelyingParty(PasskeyProperties site) {
        this.site = site;
    }

    /** A passkey as an authenticator made it. */
    record Made(byte[] credentialId, byte[] credential, long signCount, boolean backupEligible, boolean backedUp) {}

    /** A passkey as it is kept. */
    record Kept(byte[] credential, long signCount, boolean backupEligible, boolean backedUp) {}

    /** What an assertion that holds says of the passkey now. */
    record Asserted(long signCount, boolean backedUp) {}

    boolean available() {
        return !site.origins().isEmpty();
    }

    PasskeyOptions.RelyingPartyName name() {
        return new PasskeyOptions.RelyingPartyName(id(), site.rpName());
    }

    String id() {
        return Objects.requireNonNull(site.rpId());
    }

    byte[] challenge() {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        return challenge;
    }

    /** Empty where anything is not as it must be. */
    Optional<Made> made(byte[] challenge, byte[] attestationObject, byte[] clientDataJson) {
        try {
            RegistrationData data = manager.verify(
                    new RegistrationRequest(attestationObject, clientDataJson),
                    new RegistrationParameters(
                            expected(challenge),
                            ALGORITHMS.stream()
                                    .map(one ->
                                            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
                                    .toList(),
                            true,
                            true));
            var said = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(said.getAttestedCredentialData());
            return Optional.of(new Made(
                    credential.getCredentialId(),
                    keys.convert(credential),
                    said.getSignCount(),
                    said.isFlagBE(),
                    said.isFlagBS()));
        } catch (VerificationException | DataConversionException refused) {
            LOG.info("A new passkey was refused: {}", refused.toString());
            return Optional.empty();
        }
    }

    /** Empty where anything is not as it must be, a counter that did not rise included: the passkey may have been copied. */
    Optional<Asserted> asserted(byte[] challenge, Kept kept, PasskeyOptions.Assertion assertion) {
        var record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                kept.backupEligible(),
                kept.backedUp(),
                kept.signCount(),
                keys.convert(kept.credential()),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                null);
        try {
            AuthenticationData data = manager.verify(
                    new AuthenticationRequest(
                            assertion.id(),
                            assertion.userHandle(),
                            assertion.authenticatorData(),
                            assertion.clientDataJson(),
                            assertion.signature()),
                    new AuthenticationParameters(expected(challenge), record, List.of(assertion.id()), true, true));
            var said = Objects.requireNonNull(data.getAuthenticatorData());
            return Optional.of(new Asserted(said.getSignCount(), said.isFlagBS()));
        } catch (VerificationException | DataConversionException refused) {
            LOG.info("A passkey was refused: {}", refused.toString());
            return Optional.empty();
        }
    }

    private ServerProperty expected(byte[] challenge) {
        return ServerProperty.builder()
                .origins(site.origins().stream().map(Origin::new).collect(Collectors.toSet()))
                .rpId(id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }
}
