package cn.zhengqi.message.notification;

import cn.zhengqi.message.ways.TakenBack;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What went to somebody as a text message is known by its first push, however often it went again. */
@Component
class CancelledNotifications implements TakenBack {

    private final JdbcClient jdbc;

    CancelledNotifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who cancels it at the same moment waits, and finds what waits for its hour ({@link Receivers#cancel}). */
    @Override
    public boolean isTakenBack(UUID message) {
        return jdbc.sql("""
                        select state from notification
                        where id = (select notification_id from notification_receiver where push_id = ?) for share""")
                .param(message)
                .query((row, number) -> NotificationState.valueOf(row.getString("state")))
                .optional()
                .filter(state -> state == NotificationState.CANCELLED)
                .isPresent();
    }
}
