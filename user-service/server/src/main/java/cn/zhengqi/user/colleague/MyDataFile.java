package cn.zhengqi.user.colleague;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.user.admission.AdmissionStatus;
import cn.zhengqi.user.membership.MembershipEnding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is kept here of a person, for them to take out. */
@Component
class MyDataFile {

    private final JdbcClient jdbc;
    private final ProtectedColumn applicantsPhones;

    MyDataFile(JdbcClient jdbc, DataProtection protection) {
        this.jdbc = jdbc;
        this.applicantsPhones = protection.column("institution_application", "contact_phone");
    }

    @Transactional(readOnly = true)
    MyData of(UUID person) {
        return new MyData(
                jdbc.sql("""
                                select coalesce(e.name, i.name) as name, r.name as role, m.joined_at
                                from membership m join role r on r.code = m.role_code left join enterprise e on e.id = m.enterprise_id
                                  left join institution i on i.id = m.institution_id
                                where m.account_id = ? order by m.joined_at""")
                        .param(person)
                        .query((row, n) -> new MyData.Belonging(
                                row.getString("name"), row.getString("role"), time(row, "joined_at")))
                        .list(),
                jdbc.sql("""
                                select coalesce(e.name, i.name) as name, x.role_name, x.joined_at, x.ended_at, x.ending, x.reason
                                from former_membership x left join enterprise e on e.id = x.enterprise_id
                                  left join institution i on i.id = x.institution_id
                                where x.account_id = ? order by x.ended_at, x.id""")
                        .param(person)
                        .query((row, n) -> new MyData.Belonged(
                                row.getString("name"),
                                row.getString("role_name"),
                                row.getTimestamp("joined_at") == null ? null : time(row, "joined_at"),
                                time(row, "ended_at"),
                                MembershipEnding.valueOf(row.getString("ending"))
                                        .inWords(row.getString("reason"))))
                        .list(),
                jdbc.sql("""
                                select e.name, r.name as role, i.accepted_at from enterprise_invitation i
                                join enterprise e on e.id = i.enterprise_id join role r on r.code = i.role_code
                                where i.accepted_by = ? order by i.accepted_at""")
                        .param(person)
                        .query((row, n) -> new MyData.Accepted(
                                row.getString("name"), row.getString("role"), time(row, "accepted_at")))
                        .list(),
                jdbc.sql("""
                                select name, uscc, contact_name, contact_phone, status, reason, submitted_at
                                from institution_application where applicant_id = ? order by submitted_at""")
                        .param(person)
                        .query((row, n) -> new MyData.Applied(
                                row.getString("name"),
                                row.getString("uscc"),
                                row.getString("contact_name"),
                                applicantsPhones.open(row.getString("contact_phone")),
                                AdmissionStatus.valueOf(row.getString("status")).label(),
                                row.getString("reason"),
                                time(row, "submitted_at")))
                        .list());
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return BusinessTime.at(row.getTimestamp(column).toInstant());
    }
}
