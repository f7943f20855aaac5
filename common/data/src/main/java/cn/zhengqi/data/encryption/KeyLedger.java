package cn.zhengqi.data.encryption;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers, without the keys, with which keys this service has encrypted and indexed. A key that is missing or is not the one of then keeps the service from
 * starting: else it would be found out when somebody cannot sign in. A version that nothing is encrypted with any more may go.
 */
final class KeyLedger implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(KeyLedger.class);

    private final DataProtection protection;
    private final DataKeys keys;
    private final JdbcClient jdbc;

    KeyLedger(DataProtection protection, DataKeys keys, JdbcClient jdbc) {
        this.protection = protection;
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /** Version 0 is the key of the indexes. */
    private record Entry(int version, String proof) {}

    @Override
    public void afterSingletonsInstantiated() {
        entries().forEach(this::check);
        write(0, keys.indexProof());
        keys.versions().forEach(version -> write(version, keys.proof(version)));
        // Another copy may have been first, with another key.
        entries().forEach(this::check);
    }

    private List<Entry> entries() {
        return jdbc.sql("select version, proof from data_key order by version")
                .query((row, n) -> new Entry(row.getInt("version"), row.getString("proof")))
                .list();
    }

    private void check(Entry entry) {
        if (entry.version() == 0) {
            if (!entry.proof().equals(keys.indexProof())) {
                throw new IllegalStateException(
                        "ZHENGQI_INDEX_KEY is not the key with which this service indexed what it encrypted");
            }
        } else if (!keys.versions().contains(entry.version())) {
            checkThatNothingNeeds(entry.version());
        } else if (!entry.proof().equals(keys.proof(entry.version()))) {
            throw new IllegalStateException(
                    "Version %d in ZHENGQI_DATA_KEYS is not the key with which this service encrypted under that version"
                            .formatted(entry.version()));
        }
    }

    private void checkThatNothingNeeds(int version) {
        Optional<ProtectedColumn> needing = protection.columns().stream()
                .filter(column -> jdbc.sql("select exists (select from " + column.table() + " where " + column.column()
                                + " like ?)")
                        .param(ProtectedColumn.prefix(version) + "%")
                        .query(Boolean.class)
                        .single())
                .findFirst();
        if (needing.isPresent()) {
            throw new IllegalStateException("ZHENGQI_DATA_KEYS has no version %d, with which %s is encrypted"
                    .formatted(version, needing.get().name()));
        }
        jdbc.sql("delete from data_key where version = ?").param(version).update();
        LOG.info("Version {} of the data keys is gone; nothing is encrypted with it", version);
    }

    private void write(int version, String proof) {
        jdbc.sql("insert into data_key (version, proof) values (?, ?) on conflict do nothing")
                .params(version, proof)
                .update();
    }
}
