package cn.zhengqi.user.migration;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.EncryptingMigration;
import cn.zhengqi.data.encryption.FirstEncryption;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/**
 * No phone of a person can be read in the tables. What an institution publishes as its own number ({@code institution.phone}) stays as it is; its contacts' do
 * not, for some of them are not for everybody.
 */
@Component
public final class PhonesAreEncrypted extends EncryptingMigration {

    private final DataProtection protection;

    public PhonesAreEncrypted(DataProtection protection) {
        super(55, "phones are encrypted");
        this.protection = protection;
    }

    @Override
    protected void encrypt(FirstEncryption tables) throws SQLException {
        tables.run("""
                alter table enterprise_invitation drop constraint enterprise_invitation_phone_check,
                    add column phone_index bytea""");
        tables.encrypt(protection.column("enterprise_invitation", "phone"), "phone_index");
        tables.run("""
                alter table enterprise_invitation
                    add constraint enterprise_invitation_phone_encrypted check (phone like 'sm4:%'),
                    add constraint enterprise_invitation_phone_found
                        check ((phone is null) = (phone_index is null) and length(phone_index) = 32);
                drop index enterprise_invitation_phone;
                create index enterprise_invitation_phone on enterprise_invitation (phone_index)
                    where accepted_at is null and withdrawn_at is null""");

        tables.encrypt(protection.column("institution_application", "contact_phone"), null);
        tables.run("""
                alter table institution_application
                    add constraint institution_application_phone_encrypted check (contact_phone like 'sm4:%')""");

        tables.run("alter table institution_contact drop constraint institution_contact_phone_check");
        tables.encrypt(protection.column("institution_contact", "phone"), null);
        tables.run("""
                alter table institution_contact
                    add constraint institution_contact_phone_encrypted check (phone like 'sm4:%')""");

        // Shown to nobody: that it is the same phone is all that has to be known.
        tables.run("alter table staff_opening add column phone_index bytea");
        tables.index("staff_opening", "phone", protection.index("staff_opening", "phone"), "phone_index");
        tables.run("""
                alter table staff_opening drop column phone,
                    add constraint staff_opening_phone_once unique (phone_index),
                    add constraint staff_opening_phone_until_opened
                        check ((phone_index is null) = (opened_at is not null) and length(phone_index) = 32)""");
    }
}
