package cn.zhengqi.auth.migration;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.EncryptingMigration;
import cn.zhengqi.data.encryption.FirstEncryption;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** No phone can be read in the tables, nor the name with which somebody tried to sign in, which may be one. */
@Component
public final class PhonesAreEncrypted extends EncryptingMigration {

    private final DataProtection protection;

    public PhonesAreEncrypted(DataProtection protection) {
        super(35, "phones are encrypted");
        this.protection = protection;
    }

    @Override
    protected void encrypt(FirstEncryption tables) throws SQLException {
        tables.run("""
                alter table account drop constraint account_phone_check, drop constraint account_phone_once,
                    add column phone_index bytea""");
        tables.encrypt(protection.column("account", "phone"), "phone_index");
        tables.run("""
                alter table account alter column phone_index set not null,
                    add constraint account_phone_once unique (phone_index),
                    add constraint account_phone_encrypted check (phone like 'sm4:%' and length(phone_index) = 32)""");

        tables.run("alter table sign_in_log add column username_index bytea");
        tables.encrypt(protection.column("sign_in_log", "username"), "username_index");
        tables.run("""
                alter table sign_in_log alter column username_index set not null,
                    add constraint sign_in_log_username_encrypted
                        check (username like 'sm4:%' and length(username_index) = 32);
                drop index sign_in_log_username;
                create index sign_in_log_username on sign_in_log (username_index, at desc)""");

        // Codes live for five minutes, and nothing is ever shown of them: the index alone is kept. What was counted of
        // names that nobody has begins anew.
        tables.run("""
                delete from sms_code;
                drop index sms_code_by_phone;
                alter table sms_code drop column phone,
                    add column phone_index bytea not null check (length(phone_index) = 32);
                create index sms_code_by_phone on sms_code (phone_index, asked_at desc);
                delete from sign_in_failure where subject not like 'account:%'""");
    }
}
