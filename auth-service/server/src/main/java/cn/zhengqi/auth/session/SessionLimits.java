package cn.zhengqi.auth.session;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long a sign-in lasts: twelve hours in all, and for people of institutions half an hour without work. The gateway sees each request and ends what is idle to
 * the second; here only the renewal of a token is seen, which may be as old as a token lives.
 */
@Component
public final class SessionLimits {

    private final Duration absolute;
    private final Duration idle;

    SessionLimits(
            @Value("${zhengqi.sign-in.session.absolute:12h}") Duration absolute,
            @Value("${zhengqi.sign-in.session.staff-idle:30m}") Duration staffIdle,
            @Value("${zhengqi.authorization.access-token-life:5m}") Duration tokenLife) {
        this.absolute = absolute;
        this.idle = staffIdle.plus(tokenLife);
    }

    /** No sign-in lasts longer. */
    public Duration absolute() {
        return absolute;
    }

    /** The sign-ins before this are over. */
    public Instant startedAfter(Instant now) {
        return now.minus(absolute);
    }

    /** Who was not seen since is gone. */
    public Instant seenAfter(boolean staff, Instant now) {
        return now.minus(staff ? idle : absolute);
    }
}
