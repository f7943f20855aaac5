package cn.zhengqi.finance.person;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.finance.activity.SignUpStatus;
import cn.zhengqi.finance.application.ApplicationStatus;
import cn.zhengqi.finance.coordination.CaseStatus;
import cn.zhengqi.finance.demand.DemandStatus;
import cn.zhengqi.kernel.BusinessTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is kept here of a person, for them to take out. */
@Component
class MyDataFile {

    private final JdbcClient jdbc;
    private final ProtectedColumn phones;
    private final ProtectedColumn draftPhones;
    private final ProtectedColumn demandPhones;
    private final ProtectedColumn signUpPhones;
    private final ProtectedColumn coordinationPhones;

    MyDataFile(JdbcClient jdbc, DataProtection protection) {
        this.jdbc = jdbc;
        this.phones = protection.column("loan_application", "contact_phone");
        this.draftPhones = protection.column("loan_draft", "contact_phone");
        this.demandPhones = protection.column("financing_demand", "contact_phone");
        this.signUpPhones = protection.column("activity_sign_up", "contact_phone");
        this.coordinationPhones = protection.column("coordination_case", "contact_phone");
    }

    @Transactional(readOnly = true)
    MyData of(UUID person) {
        return new MyData(
                applications(person),
                drafts(person),
                demands(person),
                signUps(person),
                declarations(person),
                files(person));
    }

    private List<MyData.Drafted> drafts(UUID person) {
        return jdbc.sql("""
                        select p.title, p.bank_name, d.amount_wan, d.purpose, d.purpose_note, d.contact_name, d.contact_phone, d.saved_at
                        from loan_draft d join loan_product p on p.id = d.product_id
                        where d.author_id = ? order by d.saved_at desc, d.id""")
                .param(person)
                .query((row, n) -> {
                    String phone = row.getString("contact_phone");
                    return new MyData.Drafted(
                            row.getString("title"),
                            row.getString("bank_name"),
                            row.getString("amount_wan"),
                            row.getString("purpose"),
                            row.getString("purpose_note"),
                            row.getString("contact_name"),
                            phone == null ? null : draftPhones.open(phone),
                            BusinessTime.at(row.getTimestamp("saved_at").toInstant()));
                })
                .list();
    }

    private List<MyData.SignedUp> signUps(UUID person) {
        return jdbc.sql("""
                        select a.title, s.enterprise_name, s.people, s.contact_name, s.contact_phone, s.status, s.signed_up_at
                        from activity_sign_up s join finance_activity a on a.id = s.activity_id
                        where s.person_id = ? order by s.signed_up_at desc, s.id""")
                .param(person)
                .query((row, n) -> new MyData.SignedUp(
                        row.getString("title"),
                        row.getString("enterprise_name"),
                        row.getInt("people"),
                        row.getString("contact_name"),
                        signUpPhones.open(row.getString("contact_phone")),
                        SignUpStatus.valueOf(row.getString("status")).label(),
                        BusinessTime.at(row.getTimestamp("signed_up_at").toInstant())))
                .list();
    }

    private List<MyData.Posted> demands(UUID person) {
        return jdbc.sql("""
                        select number, enterprise_name, amount, purpose_in_words, contact_name, contact_phone, status, posted_at
                        from financing_demand where poster_id = ? order by posted_at desc, id""")
                .param(person)
                .query((row, n) -> new MyData.Posted(
                        row.getString("number"),
                        row.getString("enterprise_name"),
                        row.getBigDecimal("amount"),
                        row.getString("purpose_in_words"),
                        row.getString("contact_name"),
                        demandPhones.open(row.getString("contact_phone")),
                        DemandStatus.valueOf(row.getString("status")).label(),
                        BusinessTime.at(row.getTimestamp("posted_at").toInstant())))
                .list();
    }

    private List<MyData.Declared> declarations(UUID person) {
        return jdbc.sql("""
                        select number, enterprise_name, amount, purpose, contact_name, contact_phone, status, declared_at
                        from coordination_case where declared_by = ? and origin = 'SELF' order by declared_at desc, id""")
                .param(person)
                .query((row, n) -> new MyData.Declared(
                        row.getString("number"),
                        row.getString("enterprise_name"),
                        row.getBigDecimal("amount"),
                        row.getString("purpose"),
                        row.getString("contact_name"),
                        coordinationPhones.open(row.getString("contact_phone")),
                        CaseStatus.valueOf(row.getString("status")).label(),
                        BusinessTime.at(row.getTimestamp("declared_at").toInstant())))
                .list();
    }

    private List<MyData.Applied> applications(UUID person) {
        return jdbc.sql("""
                        select number, enterprise_name, bank_name, product_title, amount, purpose, contact_name, contact_phone, status, submitted_at
                        from loan_application where applicant_id = ? order by submitted_at desc, id""")
                .param(person)
                .query((row, n) -> new MyData.Applied(
                        row.getString("number"),
                        row.getString("enterprise_name"),
                        row.getString("bank_name"),
                        row.getString("product_title"),
                        row.getBigDecimal("amount"),
                        row.getString("purpose"),
                        row.getString("contact_name"),
                        phones.open(row.getString("contact_phone")),
                        ApplicationStatus.valueOf(row.getString("status")).label(),
                        BusinessTime.at(row.getTimestamp("submitted_at").toInstant())))
                .list();
    }

    private List<MyData.Uploaded> files(UUID person) {
        return jdbc.sql("""
                        select f.name, f.size, a.number, f.created_at
                        from application_file f left join loan_application a on a.id = f.application_id
                        where f.account_id = ? order by f.created_at desc, f.id""")
                .param(person)
                .query((row, n) -> new MyData.Uploaded(
                        row.getString("name"),
                        row.getLong("size"),
                        row.getString("number"),
                        BusinessTime.at(row.getTimestamp("created_at").toInstant())))
                .list();
    }
}
