package cn.zhengqi.ops.evaluation;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends what waits for a second evaluation after its last day. Copies of the service may do it at once: each takes the rows that no other has. */
@Component
class AgainExpiry {

    private static final int BATCH = 200;

    private final EvaluationDesk desk;

    AgainExpiry(EvaluationDesk desk) {
        this.desk = desk;
    }

    /** Each hour, so that a night without the service costs no day. @return how many ended */
    @Scheduled(cron = "0 22 * * * *", zone = "Asia/Shanghai")
    int run() {
        int all = 0;
        int some;
        do {
            some = desk.lapseSome(BATCH);
            all += some;
        } while (some == BATCH);
        return all;
    }
}
