import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * Signs with an SM2 key pair ({@code sm2-sm3}), whose private half never leaves your system. Needs Bouncy Castle (org.bouncycastle:bcprov-jdk18on); Java 22 or newer
 * starts both files from their sources, an older one after {@code javac}.
 *
 * <pre>
 * openssl genpkey -algorithm SM2 -out sm2.pem
 * openssl pkey -in sm2.pem -pubout          # the public half is handed in with the application
 * ZHENGQI_KEY_ID=zqk_… ZHENGQI_SM2_KEY=sm2.pem java -cp bcprov-jdk18on.jar Sm2Signer.java https://HOST GET '/openapi/v1/policies?size=5'
 * </pre>
 */
public final class Sm2Signer implements ZhengqiClient.Signer {

    private final CipherParameters privateKey;

    /** @param pem PKCS#8, as {@code openssl genpkey} writes it */
    public Sm2Signer(String pem) throws IOException {
        String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        this.privateKey = PrivateKeyFactory.createKey(Base64.getDecoder().decode(base64));
    }

    @Override
    public String algorithm() {
        return "sm2-sm3";
    }

    /** r ‖ s, 32 bytes each. */
    @Override
    public byte[] sign(byte[] text) throws GeneralSecurityException {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(true, new ParametersWithRandom(privateKey, new SecureRandom()));
        signer.update(text, 0, text.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException failure) {
            throw new GeneralSecurityException(failure);
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 3) {
            System.err.println("Sm2Signer.java https://HOST METHOD PATH [BODY]");
            System.exit(2);
        }
        Sm2Signer signer = new Sm2Signer(Files.readString(Path.of(System.getenv("ZHENGQI_SM2_KEY"))));
        new ZhengqiClient(System.getenv("ZHENGQI_KEY_ID"), signer).callAndPrint(arguments);
    }
}
