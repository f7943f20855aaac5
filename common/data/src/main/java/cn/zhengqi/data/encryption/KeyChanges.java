package cn.zhengqi.data.encryption;

/**
 * Where a change of the data keys goes on record. A port: the record is kept by a module that builds on this one, and without it no route changes keys.
 */
public interface KeyChanges {

    /** A key was made for who runs the platform, and given to them with the one of the indexes, both wrapped. */
    void made();

    /**
     * In the transaction in which it was done.
     *
     * @param column table and column, {@code person.phone}
     * @param version of the keys that is written with now
     * @param values how many were encrypted anew
     */
    void encryptedAnew(String column, int version, int values);
}
