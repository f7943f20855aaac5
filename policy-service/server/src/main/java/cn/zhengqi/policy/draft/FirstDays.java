package cn.zhengqi.policy.draft;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes the editions whose first day has come. Copies of the service may do it at once: one of them finds each as it was. */
@Component
class FirstDays {

    private static final Logger LOG = LoggerFactory.getLogger(FirstDays.class);

    private final PolicyDrafts drafts;

    FirstDays(PolicyDrafts drafts) {
        this.drafts = drafts;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    void sweep() {
        for (UUID draft : drafts.due()) {
            try {
                drafts.takeEffect(draft);
            } catch (RuntimeException stays) {
                // Done by another copy, or something that it names is gone: the next sweep tries again, the others do
                // not wait for it.
                LOG.warn("Draft {} did not take effect", draft, stays);
            }
        }
    }
}
