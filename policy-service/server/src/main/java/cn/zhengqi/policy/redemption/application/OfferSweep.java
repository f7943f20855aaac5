package cn.zhengqi.policy.redemption.application;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends offers that nobody confirmed in time: their money is free again; and reminds of those whose last days have come. Each in a transaction of its own, in any number of copies. */
@Component
public class OfferSweep {

    private final RedemptionDesk desk;

    OfferSweep(RedemptionDesk desk) {
        this.desk = desk;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT2M")
    public void sweep() {
        while (desk.endOneOffer()) {
            // One more, until there is none.
        }
        while (desk.remindOne()) {
            // So here.
        }
    }
}
