package cn.zhengqi.message.push;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message by one way, told inside the service in the transaction in which it is on record.
 *
 * @param reportedUnder entry in the log of pushes of which the way will say whether it arrived; null: it says no more
 */
public record WayEnded(
        UUID message, PushChannel way, How how, @Nullable UUID reportedUnder) {

    /** Of which no more is heard. */
    public WayEnded(UUID message, PushChannel way, How how) {
        this(message, way, how, null);
    }

    /** How it ended. */
    public enum How {
        TAKEN,
        /** For good: it has not gone out, and will not. */
        FAILED,
        /** It may have gone out. */
        UNCERTAIN,
        /** There is no WeChat, or no phone, that it could go to. */
        NOBODY
    }
}
