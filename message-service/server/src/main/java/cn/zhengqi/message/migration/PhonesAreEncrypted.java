package cn.zhengqi.message.migration;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.EncryptingMigration;
import cn.zhengqi.data.encryption.FirstEncryption;
import cn.zhengqi.data.encryption.ProtectedColumn;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** The one table here that names phones is the simulator's; real text messages are not kept. */
@Component
public final class PhonesAreEncrypted extends EncryptingMigration {

    private final ProtectedColumn phones;

    /** Asks for the column also where another sender is set: what the simulator left is encrypted anew with the rest. */
    public PhonesAreEncrypted(DataProtection protection) {
        super(30, "phones are encrypted");
        this.phones = protection.column("simulated_sms", "phone");
    }

    @Override
    protected void encrypt(FirstEncryption tables) throws SQLException {
        tables.encrypt(phones, null);
        tables.run("alter table simulated_sms add constraint simulated_sms_phone_encrypted check (phone like 'sm4:%')");
    }
}
