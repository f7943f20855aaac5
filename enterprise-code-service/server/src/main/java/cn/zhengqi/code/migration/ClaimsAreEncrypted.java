package cn.zhengqi.code.migration;

import cn.zhengqi.code.secret.PersonalData;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.EncryptingMigration;
import cn.zhengqi.data.encryption.FirstEncryption;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Identity numbers, until now under a key of this service alone, and phones of agents, until now in plain, are encrypted with keys that have versions. */
@Component
public final class ClaimsAreEncrypted extends EncryptingMigration {

    private static final int ID_LENGTH = 36;

    private final DataProtection protection;
    private final PersonalData former;

    public ClaimsAreEncrypted(DataProtection protection, PersonalData former) {
        super(30, "claims are encrypted");
        this.protection = protection;
        this.former = former;
    }

    @Override
    protected void encrypt(FirstEncryption tables) throws SQLException {
        tables.encrypt(
                protection.column("claim", "legal_rep_id_number"),
                null,
                "id::text || legal_rep_id_number",
                row -> former.decrypt(row.substring(ID_LENGTH), UUID.fromString(row.substring(0, ID_LENGTH))));
        tables.encrypt(protection.column("claim", "agent_phone"), null);
        tables.run("""
                alter table claim
                    add constraint claim_id_number_encrypted check (legal_rep_id_number like 'sm4:%'),
                    add constraint claim_agent_phone_encrypted check (agent_phone like 'sm4:%')""");
    }
}
