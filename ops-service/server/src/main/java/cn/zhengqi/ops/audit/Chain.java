package cn.zhengqi.ops.audit;

import cn.zhengqi.data.Sealer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import javax.crypto.SecretKey;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How entries hang together. The hash (SM3, GB/T 32905) of an entry covers the one before, so that anybody can follow the chain; its seal (HMAC-SM3 under a
 * key that is not in the database) shows that this service wrote it, so that a chain that was computed anew is found out.
 */
@Component
class Chain {

    static final byte[] BEGINNING = new byte[32];

    private final byte[] sealingKey;

    Chain(AuditProperties properties) {
        SecretKey key = Sealer.derive(properties.keySecret().getBytes(StandardCharsets.UTF_8), "audit seal", "HmacSM3");
        this.sealingKey = key.getEncoded();
    }

    byte[] hash(byte[] previous, ChainedEntry entry) {
        SM3Digest digest = new SM3Digest();
        digest.update(previous, 0, previous.length);
        entry.values().forEach(value -> add(digest, value));
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    byte[] seal(byte[] hash) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(sealingKey));
        mac.update(hash, 0, hash.length);
        byte[] seal = new byte[mac.getMacSize()];
        mac.doFinal(seal, 0);
        return seal;
    }

    boolean sealed(byte[] hash, byte[] seal) {
        return MessageDigest.isEqual(seal(hash), seal);
    }

    /** With its length before it: what moves from one field into the next changes the hash. */
    private static void add(SM3Digest digest, @Nullable Object value) {
        byte[] bytes = value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
        byte[] length =
                ByteBuffer.allocate(4).putInt(value == null ? -1 : bytes.length).array();
        digest.update(length, 0, length.length);
        digest.update(bytes, 0, bytes.length);
    }
}
