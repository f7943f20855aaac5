package cn.zhengqi.data.retention;

import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.processing.Expiry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Each night takes away what has been kept for its term: part by part, each with a transaction of its own, never two copies of a service at the same part. What
 * fails is tried again the next night and keeps nothing else from going. {@code zhengqi.retention.removed} counts what went, {@code zhengqi.retention.failed}
 * the nights on which something did not, both by name.
 */
public final class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int PART = 1000;

    private final List<Expiry> expiries;
    private final OnceLoader once;
    private final Clock clock;
    private final MeterRegistry meters;

    Sweep(List<Expiry> expiries, OnceLoader once, Clock clock, MeterRegistry meters) {
        this.expiries = List.copyOf(expiries);
        this.once = once;
        this.clock = clock;
        this.meters = meters;
        expiries.forEach(expiry -> {
            counter("removed", expiry);
            counter("failed", expiry);
        });
    }

    @Scheduled(cron = "${zhengqi.retention.at:0 10 3 * * *}", zone = "Asia/Shanghai")
    public void nightly() {
        for (Expiry expiry : expiries) {
            try {
                remove(expiry);
            } catch (RuntimeException failure) {
                counter("failed", expiry).increment();
                log.error("{} stays until the next night", expiry.name(), failure);
            }
        }
    }

    private void remove(Expiry expiry) {
        OffsetDateTime before = BusinessTime.at(clock.instant()).minus(expiry.term());
        long gone = 0;
        int part;
        do {
            part = once.exclusively(
                    "retention/" + expiry.name(), () -> expiry.removal().remove(before, PART));
            gone += part;
            counter("removed", expiry).increment(part);
            if (part >= PART) {
                log.info("{}: {} went so far", expiry.name(), gone);
            }
        } while (part >= PART);
        if (gone > 0) {
            log.info("{}: {} had been kept for {}", expiry.name(), gone, expiry.term());
        }
    }

    private Counter counter(String what, Expiry expiry) {
        return meters.counter("zhengqi.retention." + what, "name", expiry.name());
    }
}
