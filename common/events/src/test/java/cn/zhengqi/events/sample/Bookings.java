package cn.zhengqi.events.sample;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.web.Permission;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A request that changes something and tells of it. */
@RestController
public class Bookings {

    private final Outbox outbox;
    private final Clock clock;

    Bookings(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @PostMapping("/api/ledger/accounts/{id}/bookings")
    @Permission(Permission.SIGNED_IN)
    @Transactional
    public void book(@PathVariable("id") UUID account) {
        outbox.publish(new Booked(account, 1, BigDecimal.ONE, null, BusinessTime.at(clock.instant())), 1);
    }
}
