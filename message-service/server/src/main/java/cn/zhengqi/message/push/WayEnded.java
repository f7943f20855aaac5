package cn.zhengqi.message.push;

import java.util.UUID;

/** What became of a message by one way, told inside the service in the transaction in which it is on record. */
public record WayEnded(UUID message, PushChannel way, How how) {

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
