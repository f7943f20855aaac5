package cn.zhengqi.code.claim;

import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import org.springframework.stereotype.Component;

/**
 * An enterprise has one code: what others claimed of it ends. Not with the approval itself, where batches that share enterprises would
 * wait for each other.
 */
@Component
class WhenCodeIssued implements EventHandler<CodeIssued> {

    private final ClaimReviews reviews;

    WhenCodeIssued(ClaimReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Class<CodeIssued> type() {
        return CodeIssued.class;
    }

    @Override
    public void handle(CodeIssued issued, EventMetadata meta) {
        reviews.endOvertaken(issued.enterpriseId());
    }
}
