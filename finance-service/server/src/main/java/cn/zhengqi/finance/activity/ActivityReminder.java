package cn.zhengqi.finance.activity;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reminds of activities the day before. Copies of the service may do it at once: each takes the rows that no other has. */
@Component
class ActivityReminder {

    private static final int BATCH = 200;

    private final SignUpDesk desk;

    ActivityReminder(SignUpDesk desk) {
        this.desk = desk;
    }

    /** By day alone, and each hour, so that a morning without the service costs nobody the reminder. @return how many were reminded */
    @Scheduled(cron = "0 7 9-20 * * *", zone = "Asia/Shanghai")
    int run() {
        int all = 0;
        int some;
        do {
            some = desk.remindSome(BATCH);
            all += some;
        } while (some == BATCH);
        return all;
    }
}
