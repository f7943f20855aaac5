package cn.zhengqi.auth.app;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Into which applications somebody came by a sign-in: those are told when it ends. */
@Component
public class AppSignIns {

    private final JdbcClient jdbc;
    private final Clock clock;

    AppSignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** It gets a token that says who they are; each further one says nothing new, unless it was being told that they had gone. */
    public void began(UUID app, AppClaims.Present present) {
        jdbc.sql("""
                        insert into app_sign_in (app, sign_in, account_id, began_at) values (?, ?, ?, ?)
                        on conflict (app, sign_in) do update set ended_at = null, next_try_at = null, tries = 0
                        where app_sign_in.ended_at is not null""")
                .params(app, present.signIn(), present.account().id(), Timestamp.from(clock.instant()))
                .update();
    }

    /** Somebody is not in it any more, by whichever sign-in. */
    void end(UUID app, UUID account) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        update app_sign_in set ended_at = ?, next_try_at = ?
                        where app = ? and account_id = ? and ended_at is null""").params(now, now, app, account).update();
    }
}
