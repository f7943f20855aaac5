package cn.zhengqi.auth.session;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes down that sign-ins ended by time, which nobody asks for: in every copy of the service, each of which takes others. */
@Component
class Lapse {

    private static final int PORTION = 200;

    private final SignIns signIns;

    Lapse(SignIns signIns) {
        this.signIns = signIns;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void endLapsed() {
        int ended;
        do {
            ended = signIns.endLapsed(PORTION);
        } while (ended == PORTION);
    }
}
