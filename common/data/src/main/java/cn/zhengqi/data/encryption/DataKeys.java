package cn.zhengqi.data.encryption;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one service, derived from the master keys (HKDF over SM3): one for each version to encrypt with, and one for each column to index with. No
 * service can read what another wrote, and what is equal in two columns has two indexes.
 */
final class DataKeys {

    private static final Pattern ENTRY =
            Pattern.compile("(?<version>[1-9][0-9]{0,8}):(?<key>(?:" + MasterKeys.WRAPPED + ")?[A-Za-z0-9+/=_-]+)");
    private static final int MASTER_BYTES = 32;

    private final String schema;
    private final NavigableMap<Integer, Sm4Gcm> ciphers = new TreeMap<>();
    private final NavigableMap<Integer, String> proofs = new TreeMap<>();
    private final int writing;
    private final byte[] indexMaster;

    /**
     * @param masters {@code version:Base64 of 32 bytes}, separated by commas
     * @param writing version to write with; null: the newest
     * @param indexMaster Base64 of 32 bytes
     */
    DataKeys(String schema, String masters, @Nullable Integer writing, String indexMaster) {
        this(schema, masters, writing, indexMaster, new MasterKeys(null));
    }

    /** @param keys by which they are read */
    DataKeys(String schema, String masters, @Nullable Integer writing, String indexMaster, MasterKeys keys) {
        this.schema = schema;
        for (String entry : masters.strip().split("\\s*,\\s*", -1)) {
            Matcher parts = ENTRY.matcher(entry);
            if (!parts.matches()) {
                throw new IllegalStateException("ZHENGQI_DATA_KEYS must be version:Base64, separated by commas");
            }
            int version = Integer.parseInt(parts.group("version"));
            byte[] master = keys.read(parts.group("key"), "version " + version + " in ZHENGQI_DATA_KEYS");
            if (ciphers.put(version, new Sm4Gcm(derive(master, "data " + schema, Sm4Gcm.KEY_BYTES))) != null) {
                throw new IllegalStateException("ZHENGQI_DATA_KEYS has version " + version + " twice");
            }
            proofs.put(version, HexFormat.of().formatHex(derive(master, "proof " + schema, MASTER_BYTES)));
        }
        this.writing = writing == null ? ciphers.lastKey() : writing;
        if (!ciphers.containsKey(this.writing)) {
            throw new IllegalStateException(
                    "ZHENGQI_DATA_VERSION is " + writing + ", which ZHENGQI_DATA_KEYS does not have");
        }
        this.indexMaster = keys.read(indexMaster, "ZHENGQI_INDEX_KEY");
    }

    String schema() {
        return schema;
    }

    int writing() {
        return writing;
    }

    SortedSet<Integer> versions() {
        return new TreeSet<>(ciphers.keySet());
    }

    /** @throws IllegalStateException naming the version that is not there */
    Sm4Gcm cipher(int version) {
        Sm4Gcm cipher = ciphers.get(version);
        if (cipher == null) {
            throw new IllegalStateException("ZHENGQI_DATA_KEYS has no version " + version);
        }
        return cipher;
    }

    /** By which a master key is known again, and which says nothing of it. */
    String proof(int version) {
        return Objects.requireNonNull(proofs.get(version));
    }

    String indexProof() {
        return HexFormat.of().formatHex(derive(indexMaster, "proof " + schema, MASTER_BYTES));
    }

    /** As it was given, for who puts it under a device. */
    byte[] indexMaster() {
        return indexMaster.clone();
    }

    byte[] indexKey(String column) {
        return derive(indexMaster, "index " + schema + "." + column, MASTER_BYTES);
    }

    static byte[] hmacSm3(byte[] key, String text) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        byte[] code = new byte[mac.getMacSize()];
        mac.doFinal(code, 0);
        return code;
    }

    private static byte[] derive(byte[] master, String purpose, int bytes) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SM3Digest());
        generator.init(new HKDFParameters(master, null, ("zhengqi " + purpose).getBytes(StandardCharsets.UTF_8)));
        byte[] key = new byte[bytes];
        generator.generateBytes(key, 0, bytes);
        return key;
    }
}
