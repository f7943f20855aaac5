package cn.zhengqi.auth.account;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who works for an institution, and so in the console. Bank, government and operator do by their kind; chambers and providers register themselves and do from the moment
 * in which they are let in. What user-service said of them last is kept, because it is wanted also where it is not asked.
 */
@Component
public class InstitutionPeople {

    private final JdbcClient jdbc;

    InstitutionPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As user-service said: at each sign-in, and for each token. */
    public void heard(UUID account, boolean atInstitution) {
        jdbc.sql("update account set at_institution = :at where id = :id and at_institution <> :at")
                .param("at", atInstitution)
                .param("id", account)
                .update();
    }

    /** Whether the rules for staff hold for this person. */
    public boolean include(Account account) {
        return account.userType().isStaff()
                || jdbc.sql("select exists (select 1 from account where id = ? and at_institution)")
                        .param(account.id())
                        .query(Boolean.class)
                        .single();
    }
}
