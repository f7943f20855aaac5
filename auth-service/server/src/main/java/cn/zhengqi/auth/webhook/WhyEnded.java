package cn.zhengqi.auth.webhook;

/** Why a webhook, or a message on its way to one, is sent nothing any more. */
enum WhyEnded {
    /** Its receiver answered 410. */
    RECEIVER_GONE,
    /** By its owner. */
    PAUSED,
    /** By its owner, for good: what is set up afterwards has another secret. */
    REMOVED,
    /** Its key was revoked or has run out; of messages only. */
    KEY_ENDED
}
