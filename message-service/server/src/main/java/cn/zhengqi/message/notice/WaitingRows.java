package cn.zhengqi.message.notice;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a table of notices that wait until somebody has said whom they are for: told, given up, or made to wait anew. */
final class WaitingRows {

    private final JdbcClient jdbc;
    private final String table;

    WaitingRows(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** In the transaction in which it is told. @return false: the answer was slow, and another copy has told it */
    boolean take(UUID id) {
        return jdbc.sql("delete from " + table + " where id = ?").param(id).update() == 1;
    }

    void giveUp(UUID id) {
        jdbc.sql("update " + table + " set ended_at = now(), next_try_at = 'infinity' where id = ?")
                .param(id)
                .update();
    }

    /** @return false where it was not given up */
    boolean waitAnew(UUID id) {
        return jdbc.sql("update " + table + """
                         set ended_at = null, tries = 0, resent = resent + 1, next_try_at = now(),
                          tell_by = now() + interval '3 days'
                        where id = ? and ended_at is not null""").param(id).update() == 1;
    }
}
