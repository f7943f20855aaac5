package cn.zhengqi.finance.news;

import cn.zhengqi.finance.cover.Cover;
import cn.zhengqi.kernel.BusinessTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published article in a list.
 *
 * @param organisation whom one calls; of the direct line alone, as are the ones after it
 */
public record ArticleView(
        UUID id,
        Section section,
        String title,
        String summary,
        String source,
        boolean pinned,
        OffsetDateTime publishedAt,
        @Nullable String organisation,
        @Nullable String phone,
        @Nullable String hours,
        @Nullable String address,
        @Nullable String services,
        @Nullable Cover cover) {

    static ArticleView of(Article it) {
        ArticleContent content = it.content();
        return new ArticleView(
                it.id(),
                content.section(),
                content.title(),
                content.summary(),
                content.source(),
                it.pinned(),
                BusinessTime.at(Objects.requireNonNull(it.publishedAt())),
                content.organisation(),
                content.phone(),
                content.hours(),
                content.address(),
                content.services(),
                content.cover());
    }
}
