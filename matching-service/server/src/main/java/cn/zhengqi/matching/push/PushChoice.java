package cn.zhengqi.matching.push;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise chose.
 *
 * @param wanted whether it is told of new policies for which it qualifies; true until it says otherwise
 * @param changedAt absent while it never said anything
 */
record PushChoice(boolean wanted, @Nullable OffsetDateTime changedAt) {

    static final PushChoice UNSAID = new PushChoice(true, null);
}
