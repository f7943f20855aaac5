package cn.zhengqi.user.colleague;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who change who belongs to an enterprise wait for each other, and for a revocation of its code, on its row: many at once are checked as many one after the other.
 */
@Component
class EnterpriseTurns {

    private final JdbcClient jdbc;

    EnterpriseTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void waitFor(UUID enterprise) {
        jdbc.sql("select id from enterprise where id = ? for update")
                .param(enterprise)
                .query(UUID.class)
                .optional();
    }
}
