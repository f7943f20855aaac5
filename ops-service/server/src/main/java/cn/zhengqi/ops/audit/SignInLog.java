package cn.zhengqi.ops.audit;

import cn.zhengqi.auth.api.SignInRecorded;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Appends what auth-service tells of sign-ins to their chain; while this service is away they wait, as changes do. */
@Component
class SignInLog implements EventHandler<SignInRecorded> {

    static final String NAME = "sign-in-log";

    private final Appender appender;
    private final Clock clock;

    SignInLog(Appender appender, Clock clock) {
        this.appender = appender;
        this.clock = clock;
    }

    @Override
    public Class<SignInRecorded> type() {
        return SignInRecorded.class;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void handle(SignInRecorded signIn, EventMetadata meta) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        appender.append(ChainedLog.SIGN_INS, seq -> SignInEntry.of(seq, meta.id(), now, signIn));
    }
}
