package cn.zhengqi.ops.audit;

import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.data.Sealer;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SM2 keys (GB/T 32918) that sign checkpoints, shared by all copies through the database, where the private half lies sealed. The newest signs. The public
 * half in the table is for whoever checks a signature elsewhere; here it is computed from the sealed one, which nobody can replace.
 */
@Component
class CheckpointKeys {

    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

    private final JdbcClient jdbc;
    private final OnceLoader once;
    private final Clock clock;
    private final Sealer sealer;
    private final SecureRandom random = new SecureRandom();

    CheckpointKeys(JdbcClient jdbc, OnceLoader once, Clock clock, AuditProperties properties) {
        this.jdbc = jdbc;
        this.once = once;
        this.clock = clock;
        this.sealer = Sealer.of(properties.keySecret().getBytes(StandardCharsets.UTF_8), "audit checkpoint keys");
    }

    /** One key pair. */
    record Key(UUID id, ECPrivateKeyParameters secret) {

        ECPublicKeyParameters open() {
            return new ECPublicKeyParameters(
                    new FixedPointCombMultiplier().multiply(DOMAIN.getG(), secret.getD()), DOMAIN);
        }
    }

    /** @throws IllegalStateException when one was not sealed with this secret */
    Map<UUID, Key> all() {
        Map<UUID, Key> keys = new LinkedHashMap<>();
        jdbc.sql("select id, private_key from ops_log.audit_key order by created_at desc, id")
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    byte[] secret = sealer.open(row.getBytes("private_key"), id.toString());
                    return new Key(id, new ECPrivateKeyParameters(new BigInteger(1, secret), DOMAIN));
                })
                .list()
                .forEach(key -> keys.put(key.id(), key));
        return keys;
    }

    /** The one that signs; made when there is none. */
    Key current() {
        once.once("audit key", () -> !all().isEmpty(), this::make);
        return all().values().iterator().next();
    }

    byte[] sign(Key key, byte[] text) {
        SM2Signer signer = new SM2Signer();
        signer.init(true, new ParametersWithRandom(key.secret(), random));
        signer.update(text, 0, text.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException impossible) {
            throw new IllegalStateException("SM2 cannot sign", impossible);
        }
    }

    static boolean verifies(ECPublicKeyParameters key, byte[] text, byte[] signature) {
        SM2Signer signer = new SM2Signer();
        signer.init(false, key);
        signer.update(text, 0, text.length);
        return signer.verifySignature(signature);
    }

    private void make() {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(DOMAIN, random));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        UUID id = Ids.next();
        byte[] secret = ((ECPrivateKeyParameters) pair.getPrivate()).getD().toByteArray();
        byte[] open = ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
        jdbc.sql("insert into ops_log.audit_key (id, public_key, private_key, created_at) values (?, ?, ?, ?)")
                .params(id, open, sealer.seal(secret, id.toString()), BusinessTime.at(clock.instant()))
                .update();
    }
}
