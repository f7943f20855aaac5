package cn.zhengqi.data.encryption;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListMap;

/** The protected columns of a service. Whoever reads or writes one asks for it here when it is built, so that a change of keys knows them all. */
public final class DataProtection {

    private final DataKeys keys;
    private final ConcurrentSkipListMap<String, ProtectedColumn> columns = new ConcurrentSkipListMap<>();

    DataProtection(DataKeys keys) {
        this.keys = keys;
    }

    public ProtectedColumn column(String table, String column) {
        return columns.computeIfAbsent(table + "." + column, name -> new ProtectedColumn(keys, table, column));
    }

    /** For what is only ever compared: no cipher text is kept, so that nothing has to be encrypted anew. */
    public ProtectedIndex index(String table, String column) {
        byte[] key = keys.indexKey(table + "." + column);
        return text -> DataKeys.hmacSm3(key, text);
    }

    Collection<ProtectedColumn> columns() {
        return List.copyOf(columns.values());
    }

    int writing() {
        return keys.writing();
    }

    SortedSet<Integer> versions() {
        return keys.versions();
    }
}
