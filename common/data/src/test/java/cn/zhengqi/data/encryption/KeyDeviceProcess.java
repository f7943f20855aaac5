package cn.zhengqi.data.encryption;

import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;

/** What a test does in a process of its own, because SoftHSM2 is told by its environment where its tokens are. */
final class KeyDeviceProcess {

    private KeyDeviceProcess() {}

    public static void main(String[] arguments) throws Exception {
        try {
            System.out.println(done(arguments));
        } catch (IllegalStateException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
    }

    private static String done(String[] it) throws Exception {
        return switch (it[0]) {
            case "make-key" -> make(it[1], Boolean.parseBoolean(it[2]));
            case "new-key" -> keys().make();
            case "wrap-index" -> keys().wrapped(Base64.getDecoder().decode(Keys.INDEX));
            case "seal" -> phone(it[1], Keys.INDEX).seal(it[2]);
            case "open" -> phone(it[1], Keys.INDEX).open(it[2]);
            case "index" -> HexFormat.of().formatHex(phone(it[1], it[2]).index(it[3]));
            case "open-with" -> String.valueOf(new Pkcs11KeyDevice(device(SoftHsm.PIN, it[1])));
            case "open-with-pin" -> String.valueOf(new Pkcs11KeyDevice(device(it[1], "zhengqi-master")));
            default -> throw new IllegalArgumentException(it[0]);
        };
    }

    private static ProtectedColumn phone(String masters, String index) throws Exception {
        return new ProtectedColumn(new DataKeys("auth", masters, null, index, keys()), "account", "phone");
    }

    private static MasterKeys keys() throws Exception {
        return new MasterKeys(new Pkcs11KeyDevice(device(SoftHsm.PIN, "zhengqi-master")));
    }

    private static KeyDeviceProperties device(String pin, String key) throws Exception {
        return new KeyDeviceProperties(SoftHsm.library().toString(), 0, pin, key);
    }

    /** As whoever runs the platform does once, with keytool or the tool of the maker. */
    private static String make(String label, boolean mayLeave) throws Exception {
        Provider provider =
                Security.getProvider("SunPKCS11").configure("""
                --name = maker
                library = %s
                slotListIndex = 0
                attributes(generate,CKO_SECRET_KEY,CKK_AES) = {
                  CKA_TOKEN = true
                  CKA_SENSITIVE = %s
                  CKA_EXTRACTABLE = %s
                  CKA_ENCRYPT = true
                  CKA_DECRYPT = true
                }
                """.formatted(SoftHsm.library(), !mayLeave, mayLeave));
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, SoftHsm.PIN.toCharArray());
        KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
        generator.init(256);
        store.setKeyEntry(label, generator.generateKey(), null, null);
        return label;
    }
}
