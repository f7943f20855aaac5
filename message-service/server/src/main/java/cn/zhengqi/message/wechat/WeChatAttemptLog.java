package cn.zhengqi.message.wechat;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.message.push.AttemptRows;
import cn.zhengqi.message.push.PushChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Attempts to bring something to people's WeChat, for reading. */
@Component
class WeChatAttemptLog {

    private static final String ROWS = """
            select a.id, a.sent_at, a.account_id, a.way, a.number, a.state, a.took_ms, l.title,
              nullif(concat_ws(' ', a.words, nullif(a.code, '')), '') as answer,
              coalesce((select name from account_name where account_id = a.account_id),
                (select max(name) from member where account_id = a.account_id)) as receiver
            from wechat_attempt a left join push_log l on l.message_id = a.push_id""";

    private final AttemptRows<WeChatAttempt> attempts;

    WeChatAttemptLog(JdbcClient jdbc) {
        this.attempts = new AttemptRows<>(jdbc, ROWS, "from wechat_attempt a", "", WeChatAttemptLog::attempt);
    }

    @Transactional(readOnly = true)
    Page<WeChatAttempt> list(WeChatAttemptFilter filter, PageRequest page) {
        return attempts.page(filter.condition(), filter.order(), page);
    }

    @Transactional(readOnly = true)
    long count(WeChatAttemptFilter filter) {
        return attempts.count(filter.condition());
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(WeChatAttemptFilter filter, Consumer<WeChatAttempt> receiver) {
        attempts.each(filter.condition(), filter.order(), receiver);
    }

    private static WeChatAttempt attempt(ResultSet row) throws SQLException {
        return new WeChatAttempt(
                row.getObject("id", UUID.class),
                BusinessTime.at(row.getObject("sent_at", OffsetDateTime.class).toInstant()),
                row.getObject("account_id", UUID.class),
                row.getString("receiver"),
                PushChannel.valueOf(row.getString("way")),
                row.getString("title"),
                row.getInt("number"),
                WeChatAttemptState.valueOf(row.getString("state")),
                row.getString("answer"),
                row.getObject("took_ms", Long.class));
    }
}
