package cn.zhengqi.gateway.openapi;

import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * {@code sm2-sm3}: SM2 (GB/T 32918.2) over SM3 with the usual identity 1234567812345678 (GM/T 0009). The signature is r ‖ s, 32 bytes each, as RFC 9421 has it of other
 * elliptic curves, and not ASN.1.
 */
final class Sm2 {

    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

    private Sm2() {}

    /** @param point of the public key, uncompressed */
    static boolean verifies(byte[] point, byte[] text, byte[] signature) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), DOMAIN));
        signer.update(text, 0, text.length);
        return signer.verifySignature(signature);
    }
}
