package cn.zhengqi.finance.demand;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets demands and offers end after their last day. Copies of the service may do it at once: each takes the rows that no other has. */
@Component
class DemandExpiry {

    private static final int BATCH = 200;

    private final DemandDesk desk;

    DemandExpiry(DemandDesk desk) {
        this.desk = desk;
    }

    /** Each hour, so that a night without the service costs no day. @return of how many something ended */
    @Scheduled(cron = "0 12 * * * *", zone = "Asia/Shanghai")
    int run() {
        int all = 0;
        int some;
        do {
            some = desk.expireSome(BATCH);
            all += some;
        } while (some == BATCH);
        return all;
    }
}
