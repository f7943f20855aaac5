package cn.zhengqi.stats.ticker;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise chose.
 *
 * @param shown whether what it does may stand on the public ticker, its name covered as configured; true until it says otherwise
 * @param changedAt absent while it never said anything; only what it did later is shown
 */
record TickerChoice(boolean shown, @Nullable OffsetDateTime changedAt) {

    static final TickerChoice UNSAID = new TickerChoice(true, null);
}
