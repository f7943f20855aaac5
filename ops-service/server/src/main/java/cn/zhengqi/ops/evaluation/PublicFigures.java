package cn.zhengqi.ops.evaluation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What everybody reads of how satisfied enterprises are, counted once in a while however many ask. */
@Component
class PublicFigures {

    private static final EvaluationQuery ALL = EvaluationQuery.of(null, EvaluationFilter.ALL, null);

    private final LoadingCache<EvaluationQuery, PublishedFigures> counted;

    @Autowired
    PublicFigures(Evaluations evaluations, EvaluationProperties properties) {
        this(evaluations, properties.figuresKept(), Ticker.systemTicker());
    }

    PublicFigures(Evaluations evaluations, Duration kept, Ticker time) {
        this.counted = Caffeine.newBuilder()
                .expireAfterWrite(kept)
                .ticker(time)
                .build(all -> PublishedFigures.of(evaluations.figures(all)));
    }

    PublishedFigures read() {
        return counted.get(ALL);
    }
}
