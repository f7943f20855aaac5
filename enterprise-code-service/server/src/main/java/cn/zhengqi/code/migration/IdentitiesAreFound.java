package cn.zhengqi.code.migration;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.EncryptingMigration;
import cn.zhengqi.data.encryption.FirstEncryption;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** The identity numbers of claims from before are found again by their index as well. */
@Component
public final class IdentitiesAreFound extends EncryptingMigration {

    private final DataProtection protection;

    public IdentitiesAreFound(DataProtection protection) {
        super(292, "identities are found");
        this.protection = protection;
    }

    @Override
    protected void encrypt(FirstEncryption tables) throws SQLException {
        tables.index(protection.column("claim", "legal_rep_id_number"), "legal_rep_id_index");
    }
}
