package cn.zhengqi.user.staff;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedIndex;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts of staff that auth-service was, or will be, asked to open. Which id the account has stands here before the question, so that a late answer, or a
 * failure after it, leaves nothing that asking again does not finish.
 */
@Component
class StaffOpenings {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Which phone it is auth-service is told; here it is only known again. */
    private final ProtectedIndex phones;

    StaffOpenings(JdbcClient jdbc, Clock clock, DataProtection protection) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.phones = protection.index("staff_opening", "phone");
    }

    /** The id of the account: the one that an unfinished opening for this phone has, or a new one. */
    @Transactional
    UUID begin(String phone, String displayName, UserType type) {
        return jdbc.sql("""
                        insert into staff_opening as o (account_id, phone_index, display_name, user_type, begun_at)
                        values (:id, :phone, :name, :type, :now)
                        on conflict (phone_index) do update
                        set display_name = excluded.display_name, user_type = excluded.user_type, tries = o.tries + 1
                        returning account_id""")
                .param("id", Ids.next())
                .param("phone", phones.of(phone))
                .param("name", displayName)
                .param("type", type.name())
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single();
    }

    /**
     * In the transaction in which the account gets its roles.
     *
     * @throws ProblemException CONFLICT where somebody else has finished it meanwhile
     */
    @Transactional
    void finish(UUID id) {
        int finished = jdbc.sql(
                        "update staff_opening set phone_index = null, opened_at = ? where account_id = ? and opened_at is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        if (finished == 0) {
            throw new ProblemException(CommonProblem.CONFLICT, "该手机号的账号刚由他人开通，请刷新列表");
        }
    }

    /** auth-service said no. An earlier question may have been answered otherwise, unheard: then the id stays. */
    @Transactional
    void refused(UUID id) {
        jdbc.sql("delete from staff_opening where account_id = ? and opened_at is null and tries = 1")
                .param(id)
                .update();
    }
}
