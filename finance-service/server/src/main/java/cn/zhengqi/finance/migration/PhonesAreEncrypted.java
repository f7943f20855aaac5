package cn.zhengqi.finance.migration;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.EncryptingMigration;
import cn.zhengqi.data.encryption.FirstEncryption;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** The number under which a bank calls is read nowhere but by the bank. */
@Component
public final class PhonesAreEncrypted extends EncryptingMigration {

    private final DataProtection protection;

    public PhonesAreEncrypted(DataProtection protection) {
        super(20, "phones are encrypted");
        this.protection = protection;
    }

    @Override
    protected void encrypt(FirstEncryption tables) throws SQLException {
        tables.encrypt(protection.column("loan_application", "contact_phone"), null);
        tables.run("""
                alter table loan_application
                    add constraint loan_application_phone_encrypted check (contact_phone like 'sm4:%')""");
    }
}
