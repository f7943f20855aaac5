package cn.zhengqi.policy.redemption.application;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends offers that nobody confirmed in time: their money is free again; and reminds of those whose last days have come. Each in a transaction of its own, in any number of copies. */
@Component
public class OfferSweep {

    private final RedemptionOffers offers;

    OfferSweep(RedemptionOffers offers) {
        this.offers = offers;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT2M")
    public void sweep() {
        while (offers.endOne()) {
            // One more, until there is none.
        }
        while (offers.remindOne()) {
            // So here.
        }
    }
}
