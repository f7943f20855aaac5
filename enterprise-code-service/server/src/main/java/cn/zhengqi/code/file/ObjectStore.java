package cn.zhengqi.code.file;

import java.time.Instant;
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
}
