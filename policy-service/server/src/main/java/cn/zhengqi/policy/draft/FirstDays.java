package cn.zhengqi.policy.draft;

import cn.zhengqi.kernel.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes the editions whose first day has come, if they come out as they did when they were reviewed: facts may have changed since. Copies of the service may do it at
 * once: one of them finds each as it was.
 */
@Component
class FirstDays {

    private static final Logger LOG = LoggerFactory.getLogger(FirstDays.class);

    private final DraftPublications drafts;
    private final PublishedCriteria criteria;
    private final DraftText texts;

    FirstDays(DraftPublications drafts, PublishedCriteria criteria, DraftText texts) {
        this.drafts = drafts;
        this.criteria = criteria;
        this.texts = texts;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    void sweep() {
        for (DraftPublications.Due due : drafts.due()) {
            try {
                publish(due);
            } catch (RuntimeException unkept) {
                // That it waits could not be written down either: the next sweep tries again, the others do not wait
                // for it.
                LOG.warn("Draft {} did not take effect", due.id(), unkept);
            }
        }
    }

    private void publish(DraftPublications.Due due) {
        try {
            PolicyDrafts.Publishable said = due.said();
            drafts.takeEffect(due, criteria.tried(said.content(), said.cases()), texts.of(said));
        } catch (ProblemException refused) {
            if (refused.code().status() >= 500) {
                leave(due, refused.detail(), refused);
            } else if (drafts.hold(due, refused.detail())) {
                LOG.warn("Draft {} is held back: {}", due.id(), refused.detail());
            }
        } catch (RuntimeException failed) {
            leave(due, "系统故障（" + failed.getClass().getSimpleName() + "），请联系平台运维人员", failed);
        }
    }

    /** The engine is silent, or something is wrong with this one. Nothing is held, nor logged, that another copy has published meanwhile, and each reason is logged once. */
    private void leave(DraftPublications.Due due, String reason, RuntimeException failed) {
        if (drafts.holdAWhile(due, reason)) {
            LOG.warn("Draft {} did not take effect: {}", due.id(), reason, failed);
        }
    }
}
