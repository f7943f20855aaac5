package cn.zhengqi.data.idempotency;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.EncryptingMigration;
import cn.zhengqi.data.encryption.FirstEncryption;
import java.sql.SQLException;

/** Seals the answers that were kept before, so that a request of last week is still known and still answered. */
final class AnswersAreSealed extends EncryptingMigration {

    private final DataProtection protection;

    AnswersAreSealed(DataProtection protection) {
        super("0.11", "answers are sealed");
        this.protection = protection;
    }

    @Override
    protected void encrypt(FirstEncryption tables) throws SQLException {
        tables.encrypt(AnswerSeal.answers(protection), null);
        tables.index("idempotency_key", "encode(request_hash, 'hex')", AnswerSeal.requests(protection), "request_hash");
    }
}
