package cn.zhengqi.data.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;
import org.springframework.core.io.Resource;

/** Where the bytes of files lie. A port: a folder, which copies of the service on several machines mount together. */
public interface ObjectStore {

    /** Keeps the bytes under their name; putting the same again changes nothing. */
    void put(String key, byte[] bytes);

    /** Removing what is not there changes nothing. */
    void remove(String key);

    /**
     * Removes what lies there since before a moment, finished or not, and is not wanted.
     *
     * @param wanted asked of each finished one
     * @return how many went
     */
    int sweep(Instant before, Predicate<String> wanted);

    /**
     * The bytes, to be read piece by piece as their receiver takes them: nobody's slow connection holds a whole file in memory.
     *
     * @throws IllegalStateException when there is nothing under this name
     */
    Resource get(String key);

    /** Keeps the bytes under a new name that nobody can guess. Bytes whose row is then not written are swept up. */
    default Kept keep(byte[] bytes) {
        Kept kept = Kept.of(bytes);
        put(kept.key(), bytes);
        return kept;
    }

    /** Bytes as they were kept. */
    record Kept(String key, String sha256) {

        private static final SecureRandom RANDOM = new SecureRandom();

        private static Kept of(byte[] bytes) {
            byte[] key = new byte[32];
            RANDOM.nextBytes(key);
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Kept(HexFormat.of().formatHex(key), HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
