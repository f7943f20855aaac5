package cn.zhengqi.auth.migration;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.EncryptingMigration;
import cn.zhengqi.data.encryption.FirstEncryption;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** The number of who looks after a system is read nowhere but by those who review its key. */
@Component
public final class ContactsOfKeysAreEncrypted extends EncryptingMigration {

    private final DataProtection protection;

    public ContactsOfKeysAreEncrypted(DataProtection protection) {
        super(96, "contacts of keys are encrypted");
        this.protection = protection;
    }

    @Override
    protected void encrypt(FirstEncryption tables) throws SQLException {
        tables.encrypt(protection.column("openapi_key", "contact_phone"), null);
        tables.run("""
                alter table openapi_key
                    add constraint openapi_key_phone_encrypted check (contact_phone like 'sm4:%')""");
    }
}
