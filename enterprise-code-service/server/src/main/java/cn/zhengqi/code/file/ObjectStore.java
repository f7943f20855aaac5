package cn.zhengqi.code.file;

/** Where the bytes of files lie. A port: a folder, which copies of the service on several machines mount together. */
public interface ObjectStore {

    /** Keeps the bytes under their name; putting the same again changes nothing. */
    void put(String key, byte[] bytes);

    /** Removing what is not there changes nothing. */
    void remove(String key);

    /** @throws IllegalStateException when there is nothing under this name */
    byte[] get(String key);
}
