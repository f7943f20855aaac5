package cn.zhengqi.auth.wechat;

import java.time.Instant;

/**
 * What somebody decided about subscription messages at WeChat.
 *
 * @param at to the second; with openid and kind it says which event it is when it is told again
 */
record WeChatEvent(String openid, Instant at, Kind kind, String template) {

    /** What they decided. */
    enum Kind {
        /** To one more message. */
        AGREED,
        /** Of all that was agreed to. */
        DECLINED
    }

    /** Who it was stays out of logs. */
    @Override
    public String toString() {
        return "WeChatEvent[" + kind + ", " + at + "]";
    }
}
