package cn.zhengqi.finance.news;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article as those see it who write and review.
 *
 * @param own whether the reader had a hand in it, and so does not review it
 * @param returnReason what has to be mended, or had to be last
 * @param version to be sent with the next action
 */
public record ManagedArticle(
        UUID id,
        ArticleContent content,
        ArticleStatus status,
        boolean pinned,
        boolean own,
        String author,
        OffsetDateTime changedAt,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decidedBy,
        @Nullable String returnReason,
        @Nullable OffsetDateTime publishedAt,
        int version) {

    static ManagedArticle of(Article it, UUID reader) {
        return new ManagedArticle(
                it.id(),
                it.content(),
                it.status(),
                it.pinned(),
                it.isBy(reader),
                it.authorName(),
                BusinessTime.at(it.changedAt()),
                at(it.submittedAt()),
                at(it.decidedAt()),
                it.decidedByName(),
                it.returnReason(),
                at(it.publishedAt()),
                it.version());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : BusinessTime.at(moment);
    }
}
