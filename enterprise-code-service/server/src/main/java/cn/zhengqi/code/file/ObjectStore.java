package cn.zhengqi.code.file;

/** Where the bytes of files lie. A port: a folder here, an object store where there are several machines. */
public interface ObjectStore {

    /** Keeps the bytes under their name; putting the same again changes nothing. */
    void put(String key, byte[] bytes);

    /** @throws IllegalStateException when there is nothing under this name */
    byte[] get(String key);
}
