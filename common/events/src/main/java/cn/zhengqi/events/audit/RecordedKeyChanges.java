package cn.zhengqi.events.audit;

import cn.zhengqi.data.encryption.KeyChanges;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes of a service's data keys in 操作日志: what was made and encrypted anew, and never a key. */
final class RecordedKeyChanges implements KeyChanges {

    private static final String KEYS = "数据密钥";

    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final UUID subject;

    RecordedKeyChanges(AuditTrail audit, PlatformTransactionManager transactions, String service) {
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        // The keys of a service have no id of their own; so all that was done to them is found together.
        this.subject = UUID.nameUUIDFromBytes((service + " data keys").getBytes(StandardCharsets.UTF_8));
    }

    /** What an entry says of a batch. */
    private record EncryptedAnew(String encryptedColumn, int keyVersion, int encryptedValues) {}

    @Override
    public void made() {
        transaction.executeWithoutResult(
                status -> audit.changed(OperatorAction.DATA_KEY_MADE, subject, KEYS, null, null));
    }

    @Override
    public void encryptedAnew(String column, int version, int values) {
        audit.changed(
                OperatorAction.DATA_ENCRYPTED_ANEW, subject, KEYS, null, new EncryptedAnew(column, version, values));
    }
}
