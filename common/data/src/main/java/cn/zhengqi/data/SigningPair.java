package cn.zhengqi.data;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/**
 * A pair of keys for ECDSA on P-256, which every browser can check. Made from a secret, so that all copies of the service have the same
 * one and nothing more has to be kept.
 */
public final class SigningPair {

    public static final int SIGNATURE_BYTES = 64;

    /** The signature as browsers take it: both numbers, one after the other. */
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    private final PrivateKey own;
    private final ECPublicKey open;
    private final byte[] id;

    private SigningPair(PrivateKey own, ECPublicKey open) throws GeneralSecurityException {
        this.own = own;
        this.open = open;
        this.id = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(open.getEncoded()), 4);
    }

    /** @param secret 32 bytes that nobody can guess */
    public static SigningPair of(byte[] secret) {
        try {
            ECParameterSpec curve = curve();
            BigInteger number = new BigInteger(1, secret)
                    .mod(curve.getOrder().subtract(BigInteger.ONE))
                    .add(BigInteger.ONE);
            KeyFactory keys = KeyFactory.getInstance("EC");
            PrivateKey own = keys.generatePrivate(new ECPrivateKeySpec(number, curve));
            BigInteger x = timesGenerator(own, curve, keys);
            for (BigInteger y : ordinates(x, curve)) {
                SigningPair pair = new SigningPair(own, key(x, y, curve, keys));
                if (pair.belongsTogether()) {
                    return pair;
                }
            }
            throw new IllegalStateException("no public key belongs to this secret");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(own);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public boolean verify(byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(open);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    /** In the form (SubjectPublicKeyInfo) that browsers import. */
    public PublicKey open() {
        return open;
    }

    /** Four bytes that tell one key from another. */
    public byte[] id() {
        return id.clone();
    }

    private boolean belongsTogether() {
        byte[] anything = {1};
        return verify(anything, sign(anything));
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    /** Java multiplies a point by a private key only when two agree on a secret; the agreement with the generator is the public key. */
    private static BigInteger timesGenerator(PrivateKey own, ECParameterSpec curve, KeyFactory keys)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own);
        agreement.doPhase(keys.generatePublic(new ECPublicKeySpec(curve.getGenerator(), curve)), true);
        return new BigInteger(1, agreement.generateSecret());
    }

    /** Both points of the curve above an abscissa: y² = x³ + ax + b, where the prime is 3 modulo 4. */
    private static BigInteger[] ordinates(BigInteger x, ECParameterSpec curve) {
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger square = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB())
                .mod(p);
        BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        return new BigInteger[] {y, p.subtract(y)};
    }

    private static ECPublicKey key(BigInteger x, BigInteger y, ECParameterSpec curve, KeyFactory keys)
            throws InvalidKeySpecException {
        return (ECPublicKey) keys.generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }
}
