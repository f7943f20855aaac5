package cn.zhengqi.data.idempotency;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long a repeated request is known as one. */
public final class IdempotencyKeys {

    static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void forgetOld() {
        jdbc.sql("delete from idempotency_key where created_at < now() - make_interval(secs => ?)")
                .param(KEPT.toSeconds())
                .update();
    }
}
