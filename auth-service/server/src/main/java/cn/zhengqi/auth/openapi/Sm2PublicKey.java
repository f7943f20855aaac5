package cn.zhengqi.auth.openapi;

import cn.zhengqi.kernel.ProblemException;
import java.io.IOException;
import java.util.Base64;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** The public half of an SM2 key pair (GB/T 32918) as its owner hands it in: PEM, or the Base64 that stands in it. */
final class Sm2PublicKey {

    private Sm2PublicKey() {}

    /**
     * @return the point, uncompressed
     * @throws ProblemException VALIDATION_FAILED for what is no public key of the curve sm2p256v1
     */
    static byte[] point(String text) {
        String base64 = text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        try {
            if (PublicKeyFactory.createKey(Base64.getDecoder().decode(base64)) instanceof ECPublicKeyParameters key
                    && key.getParameters()
                            .getCurve()
                            .equals(GMNamedCurves.getByName("sm2p256v1").getCurve())) {
                return key.getQ().getEncoded(false);
            }
        } catch (IOException | IllegalArgumentException noKey) {
            // Answered as a key of another curve is.
        }
        throw ProblemException.validation("publicKey", "FORMAT", "不是 SM2 公钥（PEM，曲线 sm2p256v1）");
    }
}
