package cn.zhengqi.finance.activity;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.finance.api.ActivitySignUpAffected.By;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Gives room that came free to those who wait (ADR 0055). */
@Component
class Places {

    private final ActivityMapper activities;
    private final SignUpMapper signUps;
    private final Outbox outbox;

    Places(ActivityMapper activities, SignUpMapper signUps, Outbox outbox) {
        this.activities = activities;
        this.signUps = signUps;
        this.outbox = outbox;
    }

    /**
     * Whoever waits and fits moves up, in the order in which they signed up, and is told. No place stays empty while somebody waits who fits.
     *
     * @param locked activity, whose count of places is read anew here
     */
    void fill(Activity locked, Instant at) {
        if (!locked.movesUp(at)) {
            return;
        }
        int room = activities.lock(locked.id()).orElseThrow().room();
        for (SignUp waiting : signUps.lockOpen(locked.id())) {
            if (waiting.status() == SignUpStatus.WAITING && waiting.people() <= room) {
                room -= waiting.people();
                waiting.moveUp(at);
                signUps.update(waiting);
                activities.seat(locked.id(), waiting.people());
                outbox.publish(waiting.affected(locked, By.MOVED_UP, null, at), waiting.version(), at);
            }
        }
    }
}
