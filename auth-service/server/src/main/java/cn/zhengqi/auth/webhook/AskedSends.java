package cn.zhengqi.auth.webhook;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often somebody has a message sent on demand. Without a limit the platform would send to an address of anybody's choice as often as they like; what happens by
 * itself is not counted.
 */
@Component
class AskedSends {

    private static final Duration SPAN = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    AskedSends(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Kind {
        TEST(10, "测试事件"),
        RESEND(60, "重新发送");

        final int mostAnHour;
        private final String label;

        Kind(int mostAnHour, String label) {
            this.mostAnHour = mostAnHour;
            this.label = label;
        }
    }

    /**
     * One more, in the transaction of what is sent. Two at once wait for each other at the webhook's row.
     *
     * @throws ProblemException WEBHOOK_SENDS_USED_UP
     */
    void count(UUID webhook, Kind kind) {
        Instant now = clock.instant();
        jdbc.sql("select id from webhook where id = ? for update")
                .param(webhook)
                .query(UUID.class)
                .single();
        jdbc.sql("delete from webhook_asked where webhook = ? and at <= ?")
                .params(webhook, Timestamp.from(now.minus(SPAN)))
                .update();
        List<Instant> asked = jdbc.sql("select at from webhook_asked where webhook = ? and kind = ? order by at")
                .params(webhook, kind.name())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
        if (asked.size() >= kind.mostAnHour) {
            long seconds = Math.max(
                    1, Duration.between(now, asked.getFirst().plus(SPAN)).toSeconds() + 1);
            throw new ProblemException(
                    AuthProblem.WEBHOOK_SENDS_USED_UP,
                    "%s每小时最多 %d 次，请 %d 分钟后再试".formatted(kind.label, kind.mostAnHour, (seconds + 59) / 60),
                    Map.of("retryAfterSeconds", seconds));
        }
        jdbc.sql("insert into webhook_asked (id, webhook, kind, at) values (?, ?, ?, ?)")
                .params(Ids.next(), webhook, kind.name(), Timestamp.from(now))
                .update();
    }
}
